import "server-only";
import { sessionsOfClientsSeen } from "@/lib/features/scheduling/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { isoOf, parseInstant } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { FutureSession } from "./schema";

const PAGE = 50;

/** Sessions (`s`) to come of a practitioner, with a client the person sees. */
function toCome(actor: Actor, practitionerId: string): SqlFragment {
  return sql`sp.practitioner_id = ${practitionerId}::uuid and s.starts_at > ${now()}::timestamptz
    and s.status in ('REQUESTED', 'BOOKED') and exists (select from attendances a join clients on clients.id = a.client_id
      where a.session_id = s.id and ${sessionsOfClientsSeen(actor)})`;
}

/** How many sessions a practitioner has to come, of those the person sees. */
export async function countFutureSessions(actor: Actor, practitionerId: string): Promise<number> {
  const [found] = await rows<{ count: number }>(sql`select count(*)::int as count
    from session_practitioners sp join sessions s on s.id = sp.session_id where ${toCome(actor, practitionerId)}`);
  return found?.count ?? 0;
}

/** Those sessions, the next one first. */
export async function listFutureSessions(
  actor: Actor,
  { practitionerId, page }: { practitionerId: string; page?: string | undefined },
): Promise<Page<FutureSession>> {
  const cursor = decodeCursor(page);
  const backwards = cursor?.direction === "before";
  const order = backwards ? sql`desc` : sql`asc`;
  const [at, id] = cursor?.values ?? [];
  const instant = typeof at === "string" ? parseInstant(at) : null;
  const edge = sql`(${instant}::timestamptz, ${isId(id) ? id : null}::uuid)`;
  const rest = backwards ? sql`(s.starts_at, s.id) < ${edge}` : sql`(s.starts_at, s.id) > ${edge}`;
  const found = await rows<FutureSession>(sql`
    select s.id, s.starts_at as "startsAt", s.time_zone as "timeZone", s.type, s.status::text as status, s.center_id as "centerId",
      coalesce((select jsonb_agg(jsonb_build_object('id', clients.id, 'name', clients.name) order by clients.name)
        from attendances a join clients on clients.id = a.client_id
        where a.session_id = s.id and ${sessionsOfClientsSeen(actor)}), '[]') as clients
    from session_practitioners sp join sessions s on s.id = sp.session_id
    where ${toCome(actor, practitionerId)} and ${instant && isId(id) ? rest : sql`true`}
    order by s.starts_at ${order}, s.id ${order} limit ${PAGE + 1}`);
  return pageOf(found, { size: PAGE, cursor, valuesOf: (row) => [isoOf(row.startsAt), row.id] });
}
