import { mkdirSync } from "node:fs";
import pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { env } from "@/lib/platform/env";
import { sealHistory } from "@/lib/platform/history/sealing";
import { readAnchors, verifyHistory } from "./audit-verify.mjs";

/** The full drill is 10,000 entries; a tenth shows the same in a tenth of the time. */
const ENTRIES = Number(process.env.AUDIT_DRILL ?? 1_000);
const LONG = 300_000;
const TURNS = 100;
let owner: pg.Client;

const verify = () =>
  verifyHistory({
    url: process.env.DATABASE_OWNER_URL ?? "",
    secret: env().AUTH_SECRET,
    anchors: readAnchors(env().DATA_DIR),
  });

beforeAll(async () => {
  mkdirSync(env().DATA_DIR, { recursive: true });
  owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  await owner.query(
    `insert into history (id, at, kind, actor_kind, actor_name, subject_kind, data)
     select gen_random_uuid(), timestamptz '2026-11-01T00:00Z' + n * interval '1 minute', 'client.edited', 'account', 'Ana Ruiz',
       'client', jsonb_build_object('n', n) from generate_series(1, $1) n`,
    [ENTRIES],
  );
  await Promise.all([sealHistory(), sealHistory()]);
  return () => owner.end();
});

it("LG-02 two instances seal every entry once, and the chain holds", async () => {
  expect(await verify()).toEqual({ number: ENTRIES, erased: 0, problem: null });
  await sealHistory();
  expect((await verify()).number).toBe(ENTRIES);
});

const seal = async () =>
  (
    await owner.query("select number::int as number, history_id as id from history_seals where number = $1", [
      Math.ceil(Math.random() * ENTRIES),
    ])
  ).rows[0] as { number: number; id: string };

/** What somebody with every right over the database could do to one entry, and how it is put back. */
const TAMPERING: ((at: { number: number; id: string }) => Promise<() => Promise<unknown>>)[] = [
  async ({ id }) => {
    await owner.query(`update history set data = data || '{"n": -1}' where id = $1`, [id]);
    return () =>
      owner.query(
        `update history h set data = jsonb_build_object('n', extract(epoch from h.at - '2026-11-01T00:00Z')::int / 60) where id = $1`,
        [id],
      );
  },
  async ({ id }) => {
    const { rows } = await owner.query("delete from history where id = $1 returning *", [id]);
    return () =>
      owner.query("insert into history select * from jsonb_populate_record(null::history, to_jsonb($1::json))", [
        JSON.stringify(rows[0]),
      ]);
  },
  async ({ number }) => {
    const { rows } = await owner.query("delete from history_seals where number = $1 returning *", [number]);
    return () => owner.query("insert into history_seals values ($1, $2, $3, $4)", Object.values(rows[0]));
  },
];

it(
  "LG-02 whichever of many entries is changed, removed or unsealed, the check names it",
  async () => {
    for (let turn = 0; turn < TURNS; turn++) {
      const place = await seal();
      const restore = await TAMPERING[turn % TAMPERING.length]?.(place);
      const { number, problem } = await verify();
      expect(number).toBe(place.number - 1);
      expect(problem).toMatch(new RegExp(`${place.id}|Seals? ${place.number} `));
      await restore?.();
    }
    expect((await verify()).problem).toBeNull();
  },
  LONG,
);

it("LG-02 two entries that changed places, one put in between, and an end that was cut off are seen", async () => {
  await owner.query(
    "update history_seals set history_id = gen_random_uuid() where number in (70, 71); update history_seals s set history_id = h.id from history h where s.number = 70 and h.data->>'n' = '71'; update history_seals s set history_id = h.id from history h where s.number = 71 and h.data->>'n' = '70'",
  );
  expect((await verify()).problem).toContain("(seal 70)");
  await owner.query(
    "update history_seals set history_id = gen_random_uuid() where number in (70, 71); update history_seals s set history_id = h.id from history h where s.number in (70, 71) and h.data->>'n' = s.number::text",
  );
  const { rows } = await owner.query(
    `insert into history (id, at, kind, actor_kind, actor_name, subject_kind, data)
     values (gen_random_uuid(), '2026-11-01T02:00:30Z', 'client.edited', 'account', 'Nobody', 'client', '{}') returning id`,
  );
  expect((await verify()).problem).toContain(rows[0].id);
  await owner.query("delete from history where id = $1", [rows[0].id]);
  await owner.query("delete from history_seals where number > $1", [ENTRIES - 3]);
  expect((await verify()).problem).toBe(`Seals ${ENTRIES - 2} to ${ENTRIES} were cut off.`);
});

it.each(["update history_seals set number = number", "delete from history_seals", "truncate history_seals"])(
  "LG-02 nobody who runs the app can rewrite a seal: %s",
  async (statement) => {
    const app = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await app.connect();
    await expect(app.query(statement)).rejects.toMatchObject({ code: "42501" });
    await app.end();
  },
);
