import pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { eraseAudit } from "@/lib/platform/access/tidy";
import { db } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { eraseOldHistory } from "@/lib/platform/history/erasing";
import { sealHistory } from "@/lib/platform/history/sealing";
import { verifyHistory } from "./audit-verify.mjs";

const ENTRIES = 40;
const OLD = 25;
const years = (count: number) => new Date(Date.now() - count * 366 * 86_400_000).toISOString();
let owner: pg.Client;

type Anchor = [number: number, at: string];

const macOf = async (number: number): Promise<string> =>
  (await owner.query("select encode(mac, 'hex') as mac from history_seals where number = $1", [number])).rows[0]?.mac;

/** Checks the chain with what was noted of it outside. */
async function verify(...noted: Anchor[]) {
  const anchors = new Map<number, { mac: string; at: string }>();
  for (const [number, at] of noted) anchors.set(number, { mac: await macOf(number), at });
  return verifyHistory({ url: process.env.DATABASE_OWNER_URL ?? "", secret: env().AUTH_SECRET, anchors });
}

/** Does something that only the owner of the database could, looks, and takes it back. */
async function tampered(statement: string) {
  await owner.query("create table kept_history as select * from history");
  await owner.query("create table kept_seals as select * from history_seals");
  await owner.query(statement);
  const { problem } = await verify();
  await owner.query("delete from history; insert into history select * from kept_history; drop table kept_history");
  await owner.query(
    "delete from history_seals; insert into history_seals select * from kept_seals; drop table kept_seals",
  );
  return problem;
}

beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  await owner.query(
    `insert into history (id, at, kind, actor_kind, actor_name, subject_kind, data)
     select gen_random_uuid(), timestamptz '2015-01-01T00:00Z' + n * interval '1 minute', 'client.edited', 'account', 'Ana Ruiz',
       'client', jsonb_build_object('n', n) from generate_series(1, $1) n`,
    [ENTRIES],
  );
  await sealHistory();
  return () => owner.end();
});

it("LG-02 LG-06 keeps the audit for good until years are set, and six years whatever is asked, however old the dates in it are", async () => {
  await eraseAudit();
  await eraseOldHistory(0);
  expect(await db.historyEntry.count()).toBe(ENTRIES);
  await owner.query("update history_seals set sealed_at = $1", [years(5)]);
  await eraseOldHistory(1);
  expect(await db.historyEntry.count()).toBe(ENTRIES);
});

it("LG-02 LG-06 erases what is older than its years, says so, and the chain holds from there, before and after that is sealed", async () => {
  await owner.query("update history_seals set sealed_at = $1 where number <= $2", [years(8), OLD]);
  await db.setting.create({ data: { key: "retention", value: { auditYears: 7 } } });
  await eraseAudit();
  await eraseAudit();
  expect(await db.historyEntry.count({ where: { kind: "client.edited" } })).toBe(ENTRIES - OLD);
  const said = await db.historyEntry.findMany({ where: { kind: "audit.erased" }, select: { data: true } });
  expect(said).toEqual([{ data: { through: OLD, mac: await macOf(OLD), erased: OLD, years: 7 } }]);
  expect(await verify([ENTRIES, years(0)])).toEqual({ number: ENTRIES, erased: OLD, problem: null });
  await sealHistory();
  expect(await verify([OLD, years(8)])).toEqual({ number: ENTRIES + 1, erased: OLD, problem: null });
});

it("LG-02 names an erasure that nobody may have done", async () => {
  expect((await verify([OLD, years(1)])).problem).toBe(
    `Entries up to seal ${OLD} were erased before their years were over.`,
  );
  const next = OLD + 1;
  const until = (number: number) =>
    `delete from history h using history_seals s where s.history_id = h.id and s.number <= ${number};
     delete from history_seals where number < ${number}`;
  expect(await tampered(until(next + 3))).toBe("Seal 1 is missing.");
  expect(await tampered("delete from history where kind = 'audit.erased'")).toBe("Seal 1 is missing.");
  expect(
    await tampered(`delete from history h using history_seals s where s.history_id = h.id and s.number = ${next}`),
  ).toMatch(`(seal ${next}) was removed`);
  expect(await tampered("update history set data = data || '{\"years\": 9}' where kind = 'audit.erased'")).toMatch(
    "was changed",
  );
  expect((await verify()).problem).toBeNull();
});
