import "server-only";
import { clientsActedFor } from "@/lib/features/clients/portal/scope";
import type { ContactActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import { type Cursor, decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { addSeconds, type Instant, isoOf, parseInstant } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { INTERNAL_TYPES, type PortalSession, type ServiceTotals } from "./schema";

const HISTORY_PAGE = 20;
/** No session takes longer; what began before that is over. */
const LONGEST = 2 * 86_400;

/** Sessions of the clients a contact acts for, with their part in it. Notes of the team, costs and work without the client are not for the portal. */
function sessionsOf(actor: ContactActor): SqlFragment {
  return sql`
    select a.id, s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone", s.type, s.location,
      case when a.no_show then 'NO_SHOW' else s.status::text end as status, a.contact_minutes as minutes,
      s.meeting_link as "meetingLink", s.shared_notes as "sharedNotes", c.name::text as "clientName", c.portal_booking::text as "portalBooking", r.name::text as room,
      v.name::text as service, ce.name::text as center, ce.phone as "centerPhone",
      ce.email::text as "centerEmail", (select count(*)::int from attendances o where o.session_id = s.id) as clients,
      coalesce((select h.time_zone from availability_schedules h where h.client_id = c.id order by h.id limit 1),
        (select own.time_zone from centers own where own.id = c.center_id)) as "ownTimeZone",
      coalesce((select jsonb_agg(p.first_name || ' ' || p.last_name order by p.last_name, p.id)
        from session_practitioners sp join practitioners p on p.id = sp.practitioner_id where sp.session_id = s.id
      ), '[]'::jsonb) as practitioners
    from attendances a join sessions s on s.id = a.session_id join clients c on c.id = a.client_id
      left join rooms r on r.id = s.room_id left join services v on v.id = s.service_id left join centers ce on ce.id = s.center_id
    where ${ownAttendances(actor)}`;
}

function ownAttendances(actor: ContactActor): SqlFragment {
  return sql`a.client_id = any(${clientsActedFor(actor)}::uuid[]) and not (s.type = any(${[...INTERNAL_TYPES]}::text[]))`;
}

/** Planned, asked for or cancelled, and not over yet. */
function isAhead(at: Instant): SqlFragment {
  return sql`(s.status in ('REQUESTED', 'BOOKED', 'CANCELLED') and a.starts_at > ${addSeconds(at, -LONGEST)}::timestamptz
    and s.ends_at > ${at}::timestamptz)`;
}

/** What is ahead of the clients a contact acts for, soonest first, cancelled sessions among it. */
export async function listSessionsAhead(actor: ContactActor, { most }: { most: number }): Promise<PortalSession[]> {
  if (clientsActedFor(actor).length === 0) return [];
  return rows<PortalSession>(sql`${sessionsOf(actor)} and ${isAhead(now())} order by a.starts_at, a.id limit ${most}`);
}

/** One page of what was, the newest first. */
export async function listServiceHistory(
  actor: ContactActor,
  { page }: { page?: string },
): Promise<Page<PortalSession>> {
  if (clientsActedFor(actor).length === 0) return { rows: [], previous: null, next: null };
  const cursor = decodeCursor(page);
  const order = cursor?.direction === "before" ? sql`asc` : sql`desc`;
  const at = now();
  const found = await rows<PortalSession>(sql`${sessionsOf(actor)}
    and a.starts_at <= ${at}::timestamptz and not ${isAhead(at)} and ${beyond(cursor)}
    order by a.starts_at ${order}, a.id ${order} limit ${HISTORY_PAGE + 1}`);
  return pageOf(found, { size: HISTORY_PAGE, cursor, valuesOf: ({ startsAt, id }) => [isoOf(startsAt), id] });
}

function beyond(cursor: Cursor | null): SqlFragment {
  const [at, id] = cursor?.values ?? [];
  const instant = typeof at === "string" ? parseInstant(at) : null;
  if (!cursor || !instant || !isId(id)) return sql`true`;
  const place = sql`(${instant}::timestamptz, ${id}::uuid)`;
  return cursor.direction === "before" ? sql`(a.starts_at, a.id) > ${place}` : sql`(a.starts_at, a.id) < ${place}`;
}

/** How much work there was with the clients a contact acts for, and whether of one it was said how its people book. */
export async function findServiceTotals(actor: ContactActor): Promise<ServiceTotals> {
  const [totals] = await rows<ServiceTotals>(sql`
    select count(*)::int as sessions, coalesce(sum(a.contact_minutes), 0)::int as minutes,
      exists (select from clients c where c.id = any(${clientsActedFor(actor)}::uuid[]) and c.portal_booking is not null) as "ownBooking",
      (select count(*)::int from slot_offers o join session_waits w on w.id = o.wait_id
          join freed_slots f on f.id = o.slot_id
        where w.client_id = any(${clientsActedFor(actor)}::uuid[]) and o.state = 'OPEN' and o.expires_at > ${now()}::timestamptz
          and not exists (select from session_practitioners b where b.practitioner_id = f.practitioner_id
            and b.busy && tstzrange(f.starts_at, o.ends_at))) as offers,
      exists (select from session_waits w where w.client_id = any(${clientsActedFor(actor)}::uuid[]) and w.ended_at is null) as "isWaiting"
    from attendances a join sessions s on s.id = a.session_id
    where ${ownAttendances(actor)} and s.status = 'HELD' and not a.no_show and a.starts_at <= ${now()}::timestamptz`);
  return totals ?? { sessions: 0, minutes: 0, ownBooking: false, offers: 0, isWaiting: false };
}
