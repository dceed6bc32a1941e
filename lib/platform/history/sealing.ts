import "server-only";
import { createHmac } from "node:crypto";
import { appendFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { purposeKey } from "@/lib/platform/access/secret-box";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { addMinutes, isoOf } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";

// What happened is sealed a moment after it happened: a chain made while it is written would let only one person work at
// a time. `npm run audit:verify` reads the chain and names the first entry that is not as it was.

const BATCH = 5_000;
/** No transaction is open for as long; what is older and has no seal was not written by the app. */
const OPEN_AT_MOST = 60;
/** Where the chain stood, outside of the database: without it, cutting off its end would go unseen. */
const ANCHORS = "history-anchors.ndjson";

type Link = { number: number; mac: string; at: Date | null };
type Line = { id: string; line: string };

/** Seals what has no seal yet; batch by batch, so that an import of any size neither waits nor fills the memory. */
export async function sealHistory(): Promise<void> {
  let sealed: Link | null = null;
  for (;;) {
    const next = await inTransaction(sealBatch);
    if (!next) break;
    sealed = next;
  }
  if (sealed) await anchor(sealed);
}

async function sealBatch(tx: Tx): Promise<Link | null> {
  // Two instances wake at the same minute; the chain has one end.
  await rows(sql`select pg_advisory_xact_lock(hashtext('history-seals'))::text as held`, tx);
  const end = await findEnd(tx);
  const lines = await listUnsealed(end, tx);
  if (lines.length === 0) return null;
  const key = purposeKey("history seal");
  let mac = Buffer.from(end.mac, "hex");
  const macs = lines.map(({ line }) => {
    mac = createHmac("sha256", key).update(mac).update(line).digest();
    return mac.toString("hex");
  });
  const at = now();
  await execute(
    sql`insert into history_seals (number, history_id, mac, sealed_at)
      select ${end.number} + place, id, decode(mac, 'hex'), ${at}::timestamptz
      from unnest(${lines.map(({ id }) => id)}::uuid[], ${macs}::text[]) with ordinality as sealed (id, mac, place)`,
    tx,
  );
  return { number: end.number + lines.length, mac: mac.toString("hex"), at };
}

/** The last link of the chain; of an empty one, the link before the first. */
async function findEnd(tx: Tx): Promise<Link> {
  const [end] = await rows<Link>(
    sql`select s.number::int as number, encode(s.mac, 'hex') as mac, h.at
      from history_seals s left join history h on h.id = s.history_id order by s.number desc limit 1`,
    tx,
  );
  return end ?? { number: 0, mac: "", at: null };
}

/** Entries in the order they are sealed. Late ones are found too: a long transaction commits after newer ones. */
function listUnsealed({ at }: Link, tx: Tx): Promise<Line[]> {
  const since = at && isoOf(addMinutes(at, -OPEN_AT_MOST));
  return rows<Line>(
    sql`select h.id, history_line(h) as line from history h
      where (${since}::timestamptz is null or h.at >= ${since}::timestamptz)
        and not exists (select from history_seals s where s.history_id = h.id)
      order by h.at, h.id limit ${BATCH}`,
    tx,
  );
}

async function anchor({ number, mac, at }: Link): Promise<void> {
  const line = { number, mac, at: at && isoOf(at) };
  logger.info({ anchor: line }, "history sealed");
  await mkdir(env().DATA_DIR, { recursive: true });
  await appendFile(path.join(env().DATA_DIR, ANCHORS), `${JSON.stringify(line)}\n`, { mode: 0o600 });
}
