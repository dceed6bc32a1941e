import "server-only";
import { sessionsOfClientsSeen } from "@/lib/features/scheduling/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type Cursor, decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { isoOf, parseInstant } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { reportableBlocker } from "./rules";
import type { EarlierSession } from "./schema";

const PAGE = 50;

type Found = Omit<EarlierSession, "blocker"> & { kind: "CLIENT" | "PRE_CLIENT"; status: string; noShow: boolean };

/** One page of the sessions a client had while it was a pre-client, the newest first. */
export async function listEarlierSessions(
  actor: Actor,
  { clientId, page }: { clientId: string; page?: string },
): Promise<Page<EarlierSession>> {
  const cursor = decodeCursor(page);
  const order = cursor?.direction === "before" ? sql`asc` : sql`desc`;
  const found = await rows<Found>(sql`
    select a.id as "attendanceId", a.starts_at as "startsAt", s.time_zone as "timeZone", a.contact_minutes as minutes, s.type,
      s.area, f.identifier::text as "fundingSource", a.reportable, a.no_show as "noShow", s.status::text as status,
      clients.kind::text as kind,
      coalesce((select string_agg(p.first_name || ' ' || p.last_name, ', ' order by p.last_name, p.id)
        from session_practitioners sp join practitioners p on p.id = sp.practitioner_id where sp.session_id = s.id), '') as practitioners
    from attendances a
    join sessions s on s.id = a.session_id
    join clients on clients.id = a.client_id
    left join funding_sources f on f.id = a.funding_source_id
    where a.client_id = ${clientId}::uuid and ${sessionsOfClientsSeen(actor)} and ${beyond(cursor)}
      and s.created_at <= (select max(n.given_up_at) from former_numbers n where n.client_id = ${clientId}::uuid and not n.by_merge)
    order by a.starts_at ${order}, a.id ${order} limit ${PAGE + 1}`);
  const at = now();
  const sessions = found.map(({ kind, status, noShow, ...session }) => ({
    ...session,
    blocker: reportableBlocker({ kind, status, noShow, startsAt: session.startsAt }, { now: at }),
  }));
  return pageOf(sessions, { size: PAGE, cursor, valuesOf: (row) => [isoOf(row.startsAt), row.attendanceId] });
}

function beyond(cursor: Cursor | null): SqlFragment {
  const [at, id] = cursor?.values ?? [];
  const instant = typeof at === "string" ? parseInstant(at) : null;
  if (!cursor || !instant || !isId(id)) return sql`true`;
  const place = sql`(${instant}::timestamptz, ${id}::uuid)`;
  return cursor.direction === "before" ? sql`(a.starts_at, a.id) > ${place}` : sql`(a.starts_at, a.id) < ${place}`;
}

/** What decides whether one client's part in a session may be reportable; its client held, so that the kind stays. */
export async function findPart(tx: Tx, actor: Actor, attendanceId: string) {
  const [part] = await rows<{
    clientId: string;
    sessionId: string;
    kind: "CLIENT" | "PRE_CLIENT";
    status: string;
    noShow: boolean;
    startsAt: Date;
    reportable: boolean;
    fundingSource: string | null;
    type: string;
  }>(
    sql`select a.client_id as "clientId", a.session_id as "sessionId", clients.kind::text as kind, s.status::text as status,
        a.no_show as "noShow", a.starts_at as "startsAt", a.reportable, f.identifier::text as "fundingSource", s.type
      from attendances a join sessions s on s.id = a.session_id join clients on clients.id = a.client_id
      left join funding_sources f on f.id = a.funding_source_id
      where a.id = ${attendanceId}::uuid and ${sessionsOfClientsSeen(actor)} for no key update of clients, a`,
    tx,
  );
  return part ?? null;
}
