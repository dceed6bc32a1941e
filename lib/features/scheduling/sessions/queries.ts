import "server-only";
import { sessionsOfClientsSeen } from "@/lib/features/scheduling/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { type Cursor, decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { isoOf, parseInstant } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { SessionChoices, SessionRow } from "./schema";

const SESSION_PAGE = 50;

/** One page of a client's sessions, the newest first. Notes are read by the team only, never by the client. */
export async function listSessions(
  actor: Actor,
  { clientId, page }: { clientId: string; page?: string },
): Promise<Page<SessionRow>> {
  const cursor = decodeCursor(page);
  const order = cursor?.direction === "before" ? sql`asc` : sql`desc`;
  const notes = actor.kind === "account" ? sql`s.notes` : sql`null`;
  const found = await rows<SessionRow & { attendanceId: string }>(sql`
    select s.id, a.id as "attendanceId", a.starts_at as "startsAt", s.time_zone as "timeZone", a.contact_minutes as minutes,
      s.type, s.status::text as status, s.area, ${notes}::text as notes, f.identifier::text as "fundingSource", a.reportable, a.no_show as "noShow",
      coalesce((select string_agg(p.first_name || ' ' || p.last_name, ', ' order by p.last_name, p.id)
        from session_practitioners sp join practitioners p on p.id = sp.practitioner_id where sp.session_id = s.id), '') as practitioners
    from attendances a
    join sessions s on s.id = a.session_id
    join clients on clients.id = a.client_id
    left join funding_sources f on f.id = a.funding_source_id
    where a.client_id = ${clientId}::uuid and ${sessionsOfClientsSeen(actor)} and ${beyond(cursor)}
    order by a.starts_at ${order}, a.id ${order} limit ${SESSION_PAGE + 1}`);
  const valuesOf = (row: { startsAt: Date; attendanceId: string }) => [isoOf(row.startsAt), row.attendanceId];
  const { rows: sessions, ...around } = pageOf(found, { size: SESSION_PAGE, cursor, valuesOf });
  return { ...around, rows: sessions.map(({ attendanceId: _, ...session }) => session) };
}

function beyond(cursor: Cursor | null): SqlFragment {
  const [at, id] = cursor?.values ?? [];
  const instant = typeof at === "string" ? parseInstant(at) : null;
  if (!cursor || !instant || !isId(id)) return sql`true`;
  const place = sql`(${instant}::timestamptz, ${id}::uuid)`;
  return cursor.direction === "before" ? sql`(a.starts_at, a.id) > ${place}` : sql`(a.starts_at, a.id) < ${place}`;
}

/** What the form of a session chooses from: active practitioners (a practitioner: themselves), funding, services, rooms. */
export async function findSessionChoices(actor: Actor): Promise<SessionChoices> {
  const isPractitioner = actor.kind === "account" && actor.role === "practitioner";
  const own = isPractitioner ? sql`id = ${actor.practitionerId}::uuid` : sql`true`;
  const [choices] = await rows<SessionChoices>(sql`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', first_name || ' ' || last_name) order by last_name, first_name, id), '[]'::jsonb)
        from practitioners where status = 'ACTIVE' and ${own}) as practitioners,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', identifier::text || ' – ' || name) order by identifier), '[]'::jsonb)
        from funding_sources where archived_at is null) as "fundingSources",
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name::text) order by position, name), '[]'::jsonb)
        from services where archived_at is null) as services,
      (select coalesce(jsonb_agg(distinct name::text), '[]'::jsonb) from rooms where archived_at is null) as rooms`);
  return choices ?? { practitioners: [], fundingSources: [], services: [], rooms: [] };
}
