import "server-only";
import type { LiveClient } from "@/lib/features/imports/applying/sessions/schema";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";

/** The clients of a batch as they are now, locked against being made a client or deleted meanwhile. */
export async function findLiveClients(tx: Tx, ids: readonly string[]): Promise<Map<string, LiveClient>> {
  const found = await rows<LiveClient>(
    sql`select c.id, c.kind::text as kind, c.center_id as "centerId", ce.time_zone as zone
      from clients c join centers ce on ce.id = c.center_id
      where c.id = any(${[...new Set(ids)]}::uuid[]) and c.deleted_at is null order by c.id for share of c`,
    tx,
  );
  return new Map(found.map((client) => [client.id, client]));
}
