import "server-only";
import { takesCalendarOut } from "@/lib/features/calendar/scope";
import { clientsActedFor } from "@/lib/features/clients/portal/scope";
import { INTERNAL_TYPES } from "@/lib/features/clients/portal/sessions/schema";
import { sessionsOfClientsSeen } from "@/lib/features/scheduling/scope";
import { findSettingIn } from "@/lib/features/settings/queries";
import { listUpcomingRegistrations } from "@/lib/features/training/registrations/queries";
import { type AccountActor, actingWith, type ContactActor } from "@/lib/platform/access/actor";
import { actorOfLink } from "@/lib/platform/access/calendar-link";
import { tokenHash } from "@/lib/platform/access/tokens";
import { type CalendarEntry, calendarText, calendarUid } from "@/lib/platform/calendar-text";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type Translate, translatorFor } from "@/lib/platform/i18n/translate";
import { addSeconds } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { OwnLink } from "./schema";

const DAY = 24 * 3600;
const BACK = 90 * DAY;
const AHEAD = 400 * DAY;
/** What lies furthest back is left out first. */
const MOST = 2_000;
const REFRESH_SECONDS = 3600;

/** Whether the person has a calendar address. */
export async function findOwnLink(actor: AccountActor | ContactActor): Promise<OwnLink> {
  const where = actor.kind === "account" ? { accountId: actor.accountId } : { portalLoginId: actor.portalLoginId };
  const found = await db.calendarLink.findUnique({ where, select: { createdAt: true } });
  return found && { madeAt: found.createdAt };
}

/**
 * The calendar that a secret address leads to, as its person may see it at this moment; null when the address was given
 * up, or its person may no longer be here or take their calendar out.
 */
export async function findFeed(token: string): Promise<string | null> {
  const stampedAt = now();
  const actor = await actorOfLink(tokenHash(token), { at: stampedAt });
  if (!actor || !takesCalendarOut(actor)) return null;
  const [translate, organization] = await Promise.all([
    translatorFor(actor.language),
    findSettingIn(db, "organization"),
  ]);
  const entries = actor.kind === "account" ? await workOf(actor) : await appointmentsOf(actor, translate);
  const feed = { name: `${organization.name} – ${actor.name}`, refreshSeconds: REFRESH_SECONDS };
  return calendarText({ method: "PUBLISH", stampedAt, entries, feed });
}

type Found = {
  id: string;
  sequence: number;
  status: string;
  type: string;
  startsAt: Date;
  endsAt: Date;
  location: string | null;
  meetingLink: string | null;
  names: string | null;
};

const COLUMNS = sql`s.id, s.sequence, s.status::text as status, s.type, s.starts_at as "startsAt", s.ends_at as "endsAt",
  coalesce(s.location, (select rm.name::text from rooms rm where rm.id = s.room_id)) as location, s.meeting_link as "meetingLink"`;

function inReach(): SqlFragment {
  const at = now();
  return sql`s.status in ('REQUESTED', 'BOOKED', 'HELD') and s.starts_at > ${addSeconds(at, -BACK)}::timestamptz
    and s.starts_at < ${addSeconds(at, AHEAD)}::timestamptz`;
}

/** A practitioner's sessions with the clients they may report on. */
async function workOf(account: AccountActor): Promise<CalendarEntry[]> {
  const actor = actingWith(account, "calendar.take-out");
  const names = sql`(select string_agg(clients.name, ', ' order by clients.name) from attendances a
    join clients on clients.id = a.client_id where a.session_id = s.id and ${sessionsOfClientsSeen(actor)})`;
  const found = await rows<Found>(sql`select * from (select ${COLUMNS}, ${names} as names
      from session_practitioners sp join sessions s on s.id = sp.session_id
      where sp.practitioner_id = ${actor.practitionerId}::uuid and ${inReach()}) s
    where names is not null order by "startsAt" desc limit ${MOST}`);
  return found.map((session) => entryOf(session, `${session.names} · ${session.type}`));
}

/** What a contact has before them: sessions of the clients they act for, and their places at events. */
async function appointmentsOf(actor: ContactActor, translate: Translate): Promise<CalendarEntry[]> {
  const clientIds = clientsActedFor(actor);
  const names = sql`(select string_agg(p.first_name || ' ' || p.last_name, ', ' order by p.last_name, p.id)
    from session_practitioners sp join practitioners p on p.id = sp.practitioner_id where sp.session_id = s.id)`;
  const [found, places] = await Promise.all([
    rows<Found>(sql`select ${COLUMNS}, ${names} as names from sessions s
      where s.id in (select a.session_id from attendances a where a.client_id = any(${clientIds}::uuid[])
          and a.starts_at > ${addSeconds(now(), -BACK)}::timestamptz)
        and ${inReach()} and not (s.type = any(${[...INTERNAL_TYPES]}::text[]))
      order by s.starts_at desc limit ${MOST}`),
    listUpcomingRegistrations(actor),
  ]);
  const sessions = found.map((session) =>
    entryOf(
      session,
      session.names ? translate("calendar.with", { name: session.names }) : translate("calendar.session"),
    ),
  );
  const events = places
    .filter(({ status, eventStatus }) => status === "CONFIRMED" && eventStatus === "PUBLISHED")
    .map(({ id, uidHost, sequence, title, startsAt, endsAt, location, onlineUrl }) => ({
      uid: calendarUid(id, uidHost),
      ...{ sequence, title, startsAt, endsAt, location, url: onlineUrl, tentative: false },
    }));
  return [...sessions, ...events];
}

function entryOf(
  { id, sequence, status, startsAt, endsAt, location, meetingLink }: Found,
  title: string,
): CalendarEntry {
  return {
    uid: calendarUid(id),
    sequence,
    title,
    startsAt,
    endsAt,
    location,
    url: meetingLink,
    tentative: status === "REQUESTED",
  };
}
