import "server-only";
import { findBookable } from "@/lib/features/scheduling/booking/queries";
import type { Bookable } from "@/lib/features/scheduling/booking/schema";
import { findSetting } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { isoOf, parseInstant } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { WaitRow } from "./schema";
import { linesSeenBy } from "./scope";

const PAGE = 50;

/** The line as it stands, first come first; each page read along it. */
export async function listLine(actor: Actor, page?: string): Promise<Page<WaitRow>> {
  const cursor = decodeCursor(page);
  const backwards = cursor?.direction === "before";
  const [at, id] = cursor?.values ?? [];
  const instant = typeof at === "string" ? parseInstant(at) : null;
  const place = sql`(${instant}::timestamptz, ${isId(id) ? id : null}::uuid)`;
  const beyond = backwards ? sql`(w.created_at, w.id) < ${place}` : sql`(w.created_at, w.id) > ${place}`;
  const order = backwards ? sql`desc` : sql`asc`;
  const found = await findWaits(actor, instant && isId(id) ? beyond : sql`true`, { order, most: PAGE + 1 });
  return pageOf(found, { size: PAGE, cursor, valuesOf: (row) => [isoOf(row.createdAt), row.id] });
}

/** What one client, or whom a contact acts for, waits for. */
export function listWaitsOf(actor: Actor, clientId?: string, tx?: Tx): Promise<WaitRow[]> {
  const whose = clientId === undefined ? sql`true` : sql`w.client_id = ${isId(clientId) ? clientId : null}::uuid`;
  return findWaits(actor, whose, { order: sql`asc`, most: PAGE }, tx);
}

/** What a client waits for and with whom they could; null while there is no line, or where it is not for these eyes. */
export async function findLineOf(actor: Actor, clientId: string) {
  const [{ waiting }, client, waits] = await Promise.all([
    findSetting("booking"),
    findWhoMayWait(actor, clientId),
    listWaitsOf(actor, clientId),
  ]);
  return client && (waiting !== "OFF" || waits.length > 0) ? { client, waits } : null;
}

/** One place in the line; null where it is over or not for these eyes. */
export async function findWait(actor: Actor, id: string, tx: Tx): Promise<WaitRow | null> {
  const [found] = await findWaits(actor, sql`w.id = ${id}::uuid`, { order: sql`asc`, most: 1 }, tx);
  return found ?? null;
}

function findWaits(
  actor: Actor,
  which: SqlFragment,
  { order, most }: { order: SqlFragment; most: number },
  tx?: Tx,
): Promise<WaitRow[]> {
  return rows<WaitRow>(
    sql`select w.id, clients.id as "clientId", clients.name as client, clients.number, ce.name::text as center,
      ce.time_zone as "timeZone", p.first_name || ' ' || p.last_name as practitioner, v.name::text as service,
      w.first_day::text as "firstDay", w.last_day::text as "lastDay", w.created_at as "createdAt",
      exists (select from slot_offers o where o.wait_id = w.id and o.state = 'OPEN'
        and o.expires_at > ${now()}::timestamptz) as "isOffered"
    from session_waits w join clients on clients.id = w.client_id join centers ce on ce.id = clients.center_id
    left join practitioners p on p.id = w.practitioner_id left join services v on v.id = w.service_id
    where w.ended_at is null and ${linesSeenBy(actor)} and ${which}
      and (w.last_day is null or w.last_day >= (${now()}::timestamptz at time zone ce.time_zone)::date)
    order by w.created_at ${order}, w.id ${order} limit ${most}`,
    tx,
  );
}

/** A client who may be put in the line, with whom they could wait for; null where not for these eyes. */
export async function findWhoMayWait(actor: Actor, clientId: string, tx?: Tx): Promise<Bookable | null> {
  if (!isId(clientId)) return null;
  const [found] = await findBookable(sql`clients.id = ${clientId}::uuid and ${linesSeenBy(actor)}`, tx);
  return found ?? null;
}
