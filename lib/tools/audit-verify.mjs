import { createHmac, hkdfSync } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { withClient } from "./database.mjs";
import { findDatabase } from "./migrate.mjs";
import { giveUp, say } from "./narrate.mjs";
import { DATA_FOLDER, loadEnvironment } from "./project.mjs";
import { ownSecret } from "./setup.mjs";

// npm run audit:verify: reads the whole history along its seals, and names the first entry that is not as it was sealed,
// that is gone, or that came from outside the app.

const BATCH = 10_000;
const OPEN_AT_MOST = "1 hour";
/** Whatever is configured, nothing younger is erased; six years less the days by which they may differ. */
const LEAST_KEPT = (6 * 365 - 1) * 86_400_000;

// Written out here and not asked of the database, where whoever changes rows could change a function too.
const LINE = `jsonb_build_array(h.id, to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), h.kind, h.actor_kind,
  h.actor_id, h.actor_name, h.subject_kind, h.subject_id, h.data, h.operation_id, h.request_id, h.ip)::text`;

const keyOf = (secret) => Buffer.from(hkdfSync("sha256", secret, "caseload", "history seal", 32));

/** What is wrong with one link, in a sentence; null when it holds. `due` is the number it should have. */
function problemOf(link, { due, mac, key }) {
  if (Number(link.number) !== due) return `Seal ${due} is missing.`;
  if (link.line === null) return `Entry ${link.id} (seal ${due}) was removed.`;
  const expected = createHmac("sha256", key).update(mac).update(link.line).digest();
  return expected.equals(link.mac) ? null : `Entry ${link.id} (seal ${due}) was changed, or put into another place.`;
}

/**
 * Where the chain begins: before its first link, or at the last one that was erased because its years were over. That one
 * is told by an entry further down the chain, which is sealed like any other.
 */
async function findBeginning(client, anchors) {
  const { rows } = await client.query(
    `select s.number::int as number, s.mac from history_seals s
     join history h on h.kind = 'audit.erased' and h.actor_kind = 'system'
       and h.data->>'through' = s.number::text and h.data->>'mac' = encode(s.mac, 'hex')
     where s.number = (select min(number) from history_seals) and not exists (select from history e where e.id = s.history_id)`,
  );
  const [erased] = rows;
  if (!erased) return { number: 0, mac: Buffer.alloc(0), problem: null };
  const { number, mac } = erased;
  const since = Date.now() - LEAST_KEPT;
  const problem = [...anchors].some(([place, { at }]) => place <= number && Date.parse(at ?? "") > since)
    ? `Entries up to seal ${number} were erased before their years were over.`
    : null;
  return { number, mac, problem: problem ?? contradiction({ number, mac }, anchors) };
}

const contradiction = ({ number, mac }, anchors) => {
  const anchored = anchors.get(number);
  return anchored && anchored.mac !== mac.toString("hex")
    ? `Seal ${number} is not the one that was noted outside the database.`
    : null;
};

async function walk(client, { key, anchors }) {
  const beginning = await findBeginning(client, anchors);
  const erased = beginning.number;
  let { mac, number } = beginning;
  if (beginning.problem) return { number, erased, problem: beginning.problem };
  for (;;) {
    const { rows } = await client.query(
      `select s.number, s.mac, s.history_id as id, case when h.id is not null then ${LINE} end as line from history_seals s
       left join history h on h.id = s.history_id where s.number > $1 order by s.number limit $2`,
      [number, BATCH],
    );
    for (const link of rows) {
      const problem = problemOf(link, { due: number + 1, mac, key });
      if (problem) return { number, erased, problem };
      ({ mac } = link);
      number += 1;
      const contradicted = contradiction({ number, mac }, anchors);
      if (contradicted) return { number, erased, problem: contradicted };
    }
    if (rows.length < BATCH) break;
  }
  const last = [...anchors.keys()].reduce((most, place) => Math.max(most, place), 0);
  return { number, erased, problem: last > number ? `Seals ${number + 1} to ${last} were cut off.` : null };
}

/** An entry that is older than any open transaction and yet was never sealed. */
async function stranger(client) {
  const { rows } = await client.query(
    `select h.id from history h
     where h.at < (select e.at from history_seals s join history e on e.id = s.history_id order by s.number desc limit 1)
         - interval '${OPEN_AT_MOST}'
       and not exists (select from history_seals s where s.history_id = h.id) order by h.at, h.id limit 1`,
  );
  return rows[0] ? `Entry ${rows[0].id} was put in from outside.` : null;
}

/**
 * Checks the chain of one database.
 * @param {{ url: string, secret: string, anchors?: Map<number, { mac: string, at: string | null }> }} chain `anchors`: macs,
 * hex, by number, as noted outside of the database.
 * @returns {Promise<{ number: number, erased: number, problem: string | null }>} the last link that holds, how many were
 * erased before the first because their years were over, and the first that does not hold.
 */
export function verifyHistory({ url, secret, anchors = new Map() }) {
  return withClient(url, async (client) => {
    await client.query("begin isolation level repeatable read read only");
    const found = await walk(client, { key: keyOf(secret), anchors });
    const problem = found.problem ?? (await stranger(client));
    await client.query("commit");
    return { ...found, problem };
  });
}

/** What the app noted beside its data each time it sealed. */
export function readAnchors(folder) {
  const file = path.join(folder, "history-anchors.ndjson");
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  return new Map(lines.map((line) => JSON.parse(line)).map(({ number, mac, at }) => [number, { mac, at }]));
}

async function main() {
  loadEnvironment();
  const database = await findDatabase();
  try {
    const secret = process.env.AUTH_SECRET || ownSecret();
    const anchors = readAnchors(process.env.DATA_DIR || DATA_FOLDER);
    const { number, erased, problem } = await verifyHistory({ url: database.ownerUrl, secret, anchors });
    say(`${(number - erased).toLocaleString("en")} sealed entries are as they were written.`);
    if (erased) say(`${erased.toLocaleString("en")} before them were erased because their years were over.`);
    if (problem) say(problem);
    process.exitCode = problem ? 1 : 0;
  } finally {
    await database.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main().catch(giveUp);
