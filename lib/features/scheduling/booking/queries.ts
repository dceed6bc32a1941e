import "server-only";
import { clientsActedFor } from "@/lib/features/clients/portal/scope";
import { findFreeTimes } from "@/lib/features/scheduling/slots/queries";
import { findSetting } from "@/lib/features/settings/queries";
import type { ContactActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { addMinutes, type Instant, minutesBetween } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { changeAnswer, daysOf, offeredTimes, searchOf, termsFor } from "./rules";
import type { Bookable, BookingSearch, BookingTerms, BookingView, OwnSession } from "./schema";

const MOST = 50;
const MINUTES_IN_DAY = 1_440;

/** For whom a contact can book, with whom, and what: those who were assigned, as long as they work here. */
export function listBookable(actor: ContactActor, tx?: Tx): Promise<Bookable[]> {
  const ids = clientsActedFor(actor);
  if (ids.length === 0) return Promise.resolve([]);
  return findBookable(sql`clients.id = any(${ids}::uuid[]) and clients.deleted_at is null`, tx);
}

/** The same of the clients that a condition over `clients` lets through. */
export function findBookable(which: SqlFragment, tx?: Tx): Promise<Bookable[]> {
  return rows<Bookable>(
    sql`select clients.id, clients.name, clients.portal_booking::text as "portalBooking",
      s.standing = 'ACTIVE' and not s.blocks_sessions as open, ce.time_zone as "timeZone",
      coalesce((select h.time_zone from availability_schedules h where h.client_id = clients.id order by h.id limit 1), ce.time_zone) as "ownTimeZone",
      jsonb_build_object('name', ce.name, 'phone', ce.phone, 'email', ce.email) as center,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.first_name || ' ' || p.last_name,
          'hasHours', exists (select from centers w where w.id = p.center_id and w.hours_version > 0)
            or exists (select from availability_schedules w where w.practitioner_id = p.id),
          'services', coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'minutes', v.default_minutes)
            order by v.position, v.name) from practitioner_services ps join services v on v.id = ps.service_id
            where ps.practitioner_id = p.id and v.archived_at is null), '[]'))
        order by p.id is not distinct from clients.practitioner_id desc, p.last_name, p.id)
        from practitioners p where p.status = 'ACTIVE' and (p.id = clients.practitioner_id
          or exists (select from client_practitioners x where x.client_id = clients.id and x.practitioner_id = p.id))), '[]') as practitioners,
      coalesce((select jsonb_agg(a.starts_at order by a.starts_at) from attendances a join sessions o on o.id = a.session_id
        where a.client_id = clients.id and a.starts_at > ${addMinutes(now(), -MINUTES_IN_DAY)}::timestamptz
          and o.status in ('REQUESTED', 'BOOKED', 'HELD')), '[]') as planned
    from clients join client_statuses s on s.id = clients.status_id join centers ce on ce.id = clients.center_id
    where ${which} order by clients.name, clients.id limit ${MOST}`,
    tx,
  );
}

type With = {
  client: Bookable;
  /** Each of them has to be free. */
  practitionerIds: readonly string[];
  minutes: number;
  terms: BookingTerms;
  at: Instant;
  moved?: OwnSession | undefined;
  /** The one time that is asked about; without, all that begin on the half hour. */
  only?: Instant | undefined;
};

/** The times a client can take with practitioners of theirs, by the same rules as everybody else's: of others' sessions nothing is told. */
export async function listOwnTimes(
  actor: ContactActor,
  { client, practitionerIds, ...asked }: With,
  tx?: Tx,
): Promise<Instant[]> {
  const isOffered = (id: string) => client.practitioners.some((one) => one.id === id && one.hasHours);
  if (practitionerIds.length === 0 || !practitionerIds.every(isOffered)) return [];
  const search = { ...searchOf(asked, asked.minutes), moved: asked.moved?.sessionId };
  const found = await findFreeTimes(actor, { clientIds: [client.id], practitionerIds }, search, tx);
  return found.length < practitionerIds.length ? [] : offeredTimes(found, { client, ...asked });
}

/** One's own session, by the part in it that the portal shows. Null where it is nobody's one acts for. */
export async function findOwnSession(
  actor: ContactActor,
  attendanceId: string | undefined,
  tx?: Tx,
): Promise<OwnSession | null> {
  if (!attendanceId) return null;
  const [found] = await rows<OwnSession>(
    sql`
    select a.id as "attendanceId", s.id as "sessionId", a.client_id as "clientId", c.portal_booking::text as "portalBooking",
      s.status::text as status,
      s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone",
      coalesce((select jsonb_agg(sp.practitioner_id order by sp.practitioner_id) from session_practitioners sp
        where sp.session_id = s.id), '[]') as "practitionerIds",
      (select count(*)::int from attendances o where o.session_id = s.id) as clients
    from attendances a join sessions s on s.id = a.session_id join clients c on c.id = a.client_id
    where a.id = ${attendanceId}::uuid and a.client_id = any(${clientsActedFor(actor)}::uuid[])`,
    tx,
  );
  return found ?? null;
}

/** Days with free times that are shown at once. */
const DAYS_SHOWN = 5;

/** Everything the page shows on which a client finds a time, or another time for a session. */
export async function findBooking(actor: ContactActor, search: BookingSearch): Promise<BookingView> {
  const [setting, clients, moved] = await Promise.all([
    findSetting("booking"),
    listBookable(actor),
    findOwnSession(actor, search.move),
  ]);
  const at = now();
  const moving = moved && changeAnswer(moved, { terms: setting, at }).move ? moved : null;
  const asked = clients.find(({ id }) => id === (moving?.clientId ?? search.client));
  const client = asked ?? clients.find((one) => termsFor(one, setting).mode !== "OFF") ?? clients[0] ?? null;
  const terms = termsFor(client, setting);
  const wanted = moving?.practitionerIds[0] ?? search.practitioner;
  const practitioner = client?.practitioners.find(({ id }) => id === wanted) ?? client?.practitioners[0] ?? null;
  const service = practitioner?.services.find(({ id }) => id === search.service) ?? null;
  const minutes = moving ? minutesBetween(moving.startsAt, moving.endsAt) : (service?.minutes ?? terms.minutes);
  const isOpen = terms.mode !== "OFF" && client?.open && practitioner;
  const wish = { terms, at, minutes, moved: moving ?? undefined };
  const practitionerIds = moving?.practitionerIds ?? [practitioner?.id ?? ""];
  const times = isOpen ? await listOwnTimes(actor, { client, practitionerIds, ...wish }) : [];
  const shown = daysOf(times, { zone: client?.ownTimeZone ?? "UTC", from: search.from, most: DAYS_SHOWN });
  return {
    mode: terms.mode,
    hasLine: terms.waiting !== "OFF",
    isOwnMode: client?.portalBooking != null,
    clients,
    client,
    practitioner,
    service,
    minutes,
    moving,
    lost: !!search.move && !moving,
    ...shown,
  };
}
