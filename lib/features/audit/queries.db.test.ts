import { beforeAll, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { exportAudit } from "./commands";
import { listAudit, readAudit } from "./queries";

const admin = accountActor("administrator", { confirmed: true });
let client: { id: string };
beforeAll(async () => {
  client = await make.client({ name: "Acme" });
  for (let turn = 0; turn < 60; turn++)
    await inTransaction((tx) =>
      record(tx, admin, {
        kind: "client.edited",
        subject: { kind: "client", id: client.id },
        data: { name: "Acme", changes: { city: { from: `Town ${turn}`, to: `Town ${turn + 1}` } } },
      }),
    );
});

it("walks what happened to one record page by page, each entry once, there and back", async () => {
  const first = await listAudit(admin, { record: client.id });
  const second = await listAudit(admin, { record: client.id, page: first.next ?? "" });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(60);
  const back = await listAudit(admin, { record: client.id, page: second.previous ?? "" });
  expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
  expect(first.rows[0]).toMatchObject({
    subjectName: "Acme",
    data: { name: "Acme", changes: { city: { to: "Town 60" } } },
  });
});

it("narrows by person, by what happened and by day", async () => {
  const count = async (search: Parameters<typeof listAudit>[1]) => (await listAudit(admin, search)).rows.length;
  expect(await count({ record: client.id, what: "client.made" })).toBe(0);
  expect(await count({ record: client.id, who: admin.accountId })).toBe(50);
  expect(await count({ record: client.id, who: client.id })).toBe(0);
  expect(await count({ record: client.id, to: "2020-01-01" })).toBe(0);
  expect(await count({ record: client.id, from: "2020-01-01" })).toBe(50);
});

it("shows nobody but an administrator in administrator mode anything, and gives nothing out to others", async () => {
  for (const actor of [accountActor("staff"), accountActor("practitioner")])
    expect((await listAudit(actor, {})).rows).toEqual([]);
  const batches = [];
  for await (const batch of readAudit(accountActor("staff"), {})) batches.push(batch);
  expect(batches).toEqual([]);
});

it("writes down that it was given out, before the first line is", async () => {
  const before = await db.historyEntry.count({ where: { kind: "audit.exported" } });
  const entries = [];
  for await (const batch of await exportAudit(admin, { record: client.id })) entries.push(...batch);
  expect(entries).toHaveLength(60);
  expect(await db.historyEntry.count({ where: { kind: "audit.exported" } })).toBe(before + 1);
});
