import "server-only";
import { findDefaults } from "@/lib/features/clients/defaults/queries";
import { sessionBeginning } from "@/lib/features/clients/defaults/rules";
import { listClients } from "@/lib/features/clients/queries";
import { findClient } from "@/lib/features/clients/record/queries";
import type { SessionRecord } from "@/lib/features/scheduling/sessions/record/schema";
import { findSetting } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { minutesBetween } from "@/lib/values/instant";
import { dayIn, timeIn } from "@/lib/values/wall-clock";
import type { NewSessionSearch, PickedPerson, SessionDraft } from "./schema";

const BLANK = { location: "", room: "", meetingLink: "", notes: "", staffNotes: "", sharedNotes: "", area: "" };

/** What the form of a new session begins with: what its address says, and the defaults of the client. */
export async function findNewDraft(actor: Actor, search: NewSessionSearch): Promise<SessionDraft> {
  const client = search.client ? await findClient(actor, search.client) : null;
  const defaults = client ? await findDefaults(actor, client.id) : null;
  const begin = sessionBeginning(defaults);
  const timeZone = client?.center.timeZone ?? (await findSetting("organization")).timeZone;
  const own = actor.kind === "account" && actor.role === "practitioner" ? actor.practitionerId : null;
  const practitionerId = own ?? search.practitioner ?? begin.practitionerId ?? client?.practitionerId ?? null;
  return {
    ...BLANK,
    session: null,
    clients: client ? [{ id: client.id, label: client.name, detail: `${client.number} · ${client.center.name}` }] : [],
    onlyPreClients: client?.kind === "PRE_CLIENT",
    practitionerIds: practitionerId ? [practitionerId] : [],
    date: dayIn(timeZone, search.startsAt ?? now()),
    start: search.startsAt ? timeIn(timeZone, search.startsAt) : "",
    minutes: search.minutes ?? begin.minutes ?? 60,
    timeZone,
    serviceId: "",
    type: "",
    places: null,
    fundingSourceId: begin.fundingSourceId ?? "",
  };
}

/** What the form that changes a session begins with. */
export function draftOf(session: SessionRecord): SessionDraft {
  const [date = "", start = ""] = session.wall.split("T");
  const { area, location, room, meetingLink, notes, staffNotes, sharedNotes, type, places, timeZone } = session;
  return {
    session: { id: session.id, version: session.version },
    clients: session.parts.map(({ clientId: id, name: label, number: detail }) => ({ id, label, detail })),
    onlyPreClients: session.parts.every(({ kind }) => kind === "PRE_CLIENT"),
    practitionerIds: session.practitioners.map(({ id }) => id),
    ...{ date, start, timeZone, type, places },
    minutes: minutesBetween(session.startsAt, session.endsAt),
    serviceId: session.service?.id ?? "",
    area: area ?? "",
    location: location ?? "",
    room: room ?? "",
    meetingLink: meetingLink ?? "",
    fundingSourceId: "",
    notes: notes ?? "",
    staffNotes: staffNotes ?? "",
    sharedNotes: sharedNotes ?? "",
  };
}

const MOST = 8;

/** Clients whose name or number holds what was typed, to be put into a session. */
export async function suggestClientsFor(actor: Actor, q: string): Promise<PickedPerson[]> {
  if (!actor.can("sessions.record") || q.trim().length < 2) return [];
  const { rows } = await listClients(actor, {
    q: q.slice(0, 100),
    filter: null,
    sort: "name",
    direction: "asc",
  });
  return rows
    .slice(0, MOST)
    .map(({ id, name, number, center }) => ({ id, label: name, detail: `${number} · ${center}` }));
}
