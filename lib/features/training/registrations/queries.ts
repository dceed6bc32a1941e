import "server-only";
import { foundBy, searchText } from "@/lib/features/filters/search/rules";
import { registrationsVisibleTo } from "@/lib/features/training/scope";
import { paths } from "@/lib/paths";
import type { AccountActor, Actor, ContactActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db, type Prisma, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { fullName } from "@/lib/values/person-name";
import { sql } from "@/lib/values/sql";
import { cancelTokenHash } from "./rules";
import type { EventVisitor, RegistrationView, RosterRow } from "./schema";

const VIEW = {
  id: true,
  eventId: true,
  contactId: true,
  uidHost: true,
  name: true,
  status: true,
  place: true,
  event: {
    select: {
      title: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      location: true,
      onlineUrl: true,
      status: true,
      sequence: true,
    },
  },
} as const satisfies Prisma.RegistrationSelect;

type Selected = Prisma.RegistrationGetPayload<{ select: typeof VIEW }>;

async function viewsOf(found: Selected[], { contactId }: { contactId: string | null }): Promise<RegistrationView[]> {
  const waiting = found.filter(({ status }) => status === "WAITING");
  const places = await waitingPlaces(waiting.map(({ id }) => id));
  return found.map(({ event, status, id, eventId, name, ...row }) => ({
    id,
    eventId,
    name,
    status,
    title: event.title,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    timeZone: event.timeZone,
    location: event.location,
    onlineUrl: status === "CONFIRMED" ? event.onlineUrl : null,
    eventStatus: event.status,
    uidHost: row.uidHost,
    sequence: event.sequence,
    isOwn: contactId !== null && row.contactId === contactId,
    waitingPlace: places.get(id) ?? null,
  }));
}

/** Places in the waiting list by registration, 1 is next. */
export async function waitingPlaces(ids: string[], tx: Tx = db): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const found = await rows<{ id: string; place: number }>(
    sql`SELECT r.id, (SELECT count(*)::int FROM registrations o
        WHERE o.event_id = r.event_id AND o.status = 'WAITING' AND o.place <= r.place) AS place
      FROM registrations r WHERE r.id = any(${ids}::uuid[])`,
    tx,
  );
  return new Map(found.map(({ id, place }) => [id, place]));
}

/** What a client's people are or were registered for, latest event first. */
export async function listRegistrationsOf(
  actor: AccountActor | ContactActor,
  { clientId, limit = 20 }: { clientId: string; limit?: number },
): Promise<RegistrationView[]> {
  if (!isId(clientId)) return [];
  const found = await db.registration.findMany({
    where: { AND: [{ clientId }, registrationsVisibleTo(actor)] },
    orderBy: [{ event: { startsAt: "desc" } }, { id: "desc" }],
    take: limit,
    select: VIEW,
  });
  return viewsOf(found, { contactId: actor.kind === "contact" ? actor.contactId : null });
}

/** The places a contact holds at events that are not over, their own and those of clients they speak for. */
export async function listUpcomingRegistrations(actor: ContactActor): Promise<RegistrationView[]> {
  const current = { status: { not: "CANCELLED" as const }, event: { endsAt: { gt: now() } } };
  const found = await db.registration.findMany({
    where: { AND: [registrationsVisibleTo(actor), current] },
    orderBy: [{ event: { startsAt: "asc" } }, { id: "asc" }],
    take: 100,
    select: VIEW,
  });
  return viewsOf(found, { contactId: actor.contactId });
}

/** The registration a cancel link leads to; null for any other text. Looking changes nothing. */
export async function findByLink(token: string): Promise<RegistrationView | null> {
  const found = await db.registration.findFirst({
    where: { tokenHash: cancelTokenHash(token), event: { deletedAt: null } },
    select: VIEW,
  });
  const [view] = found ? await viewsOf([found], { contactId: null }) : [];
  return view ?? null;
}

/** Everybody who registered, in order of arrival. */
export async function listRoster(actor: AccountActor, eventId: string): Promise<RosterRow[]> {
  if (!actor.can("events.manage-registrations") || !isId(eventId)) return [];
  const found = await db.registration.findMany({
    where: { AND: [{ eventId }, registrationsVisibleTo(actor)] },
    orderBy: { place: "asc" },
    take: 5_000,
    select: {
      id: true,
      name: true,
      email: true,
      contactId: true,
      status: true,
      createdAt: true,
      contact: { select: { phone: true } },
      client: { select: { id: true, name: true } },
    },
  });
  return found.map(({ contact, createdAt, ...row }) => ({
    ...row,
    phone: contact?.phone ?? null,
    registeredAt: createdAt,
  }));
}

/** A contact who can be registered, once for each client they belong to. */
export type Candidate = { contactId: string; name: string; email: string | null; clientId: string; clientName: string };

/** Contacts of active clients by a piece of name, address or client. */
export async function findCandidates(
  actor: AccountActor,
  { eventId, q }: { eventId: string; q: string },
): Promise<Candidate[]> {
  const text = searchText(q);
  if (!actor.can("events.manage-registrations") || !text || text.length < 2 || !isId(eventId)) return [];
  const found = await rows<Omit<Candidate, "name"> & { firstName: string; lastName: string }>(
    sql`SELECT k.id AS "contactId", k.first_name AS "firstName", k.last_name AS "lastName", k.email::text AS email,
        c.id AS "clientId", c.name AS "clientName"
      FROM (${foundBy("contact", text)}) s
      JOIN contacts k ON k.id = s.subject_id AND k.deleted_at IS NULL
      JOIN relationships r ON r.contact_id = k.id
      JOIN clients c ON c.id = r.client_id AND c.deleted_at IS NULL
      JOIN client_statuses cs ON cs.id = c.status_id AND cs.standing = 'ACTIVE'
      WHERE NOT EXISTS (SELECT 1 FROM registrations g
          WHERE g.event_id = ${eventId}::uuid AND g.contact_id = k.id AND g.status <> 'CANCELLED')
      ORDER BY fold_text(k.last_name), fold_text(k.first_name), k.id, c.name LIMIT 10`,
  );
  return found.map(({ firstName, lastName, ...rest }) => ({ ...rest, name: fullName({ firstName, lastName }) }));
}

export type FoundNewcomer = {
  contactId: string;
  clientId: string | null;
  firstName: string;
  lastName: string;
  email: string | null;
  language: string;
  /** False when the client is not of standing ACTIVE (any more); true without a client. */
  clientActive: boolean;
};

/** Who is about to be registered, as things stand in the transaction; null when contact and client do not belong together. */
export async function findNewcomer(
  tx: Tx,
  { contactId, clientId }: { contactId: string; clientId: string | null },
): Promise<FoundNewcomer | null> {
  const [found] = await rows<FoundNewcomer & { related: boolean }>(
    sql`SELECT k.id AS "contactId", ${clientId}::uuid AS "clientId", k.first_name AS "firstName", k.last_name AS "lastName",
        k.email::text AS email, k.language, (${clientId}::uuid IS NULL OR c.id IS NOT NULL) AS related,
        (${clientId}::uuid IS NULL OR cs.standing = 'ACTIVE') AS "clientActive"
      FROM contacts k
      LEFT JOIN relationships r ON r.contact_id = k.id AND r.client_id = ${clientId}::uuid
      LEFT JOIN clients c ON c.id = r.client_id AND c.deleted_at IS NULL
      LEFT JOIN client_statuses cs ON cs.id = c.status_id
      WHERE k.id = ${contactId}::uuid AND k.deleted_at IS NULL`,
    tx,
  );
  return found?.related ? found : null;
}

/** The clients a contact can come for, the first one preselected. */
export async function listOwnClients(actor: ContactActor): Promise<{ id: string; name: string }[]> {
  const ids = actor.clients.map(({ clientId }) => clientId);
  const found = await db.client.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return ids.flatMap((id) => found.find((client) => client.id === id) ?? []);
}

/** What the person who looks at an event's page can do there; null for staff, who register people elsewhere. */
export async function findEventVisitor(
  actor: Actor,
  { eventId, registered }: { eventId: string; registered: "confirmed" | "waiting" | null },
): Promise<EventVisitor | null> {
  if (actor.kind === "anonymous") {
    const back = encodeURIComponent(paths.portal.trainingEvent(eventId));
    return { kind: "public", registered, signInHref: `${paths.portal.signIn}?return=${back}` };
  }
  if (actor.kind !== "contact") return null;
  const [clients, places] = await Promise.all([listOwnClients(actor), listUpcomingRegistrations(actor)]);
  return { kind: "contact", clients, places: places.filter((place) => place.eventId === eventId) };
}
