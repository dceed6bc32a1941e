import { beforeAll, expect, it } from "vitest";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { editDefaults } from "./commands";
import { findDefaultChoices, findDefaults } from "./queries";
import { sessionBeginning } from "./rules";
import { editDefaultsInput } from "./schema";

let staff: AccountActor;
beforeAll(async () => {
  staff = accountActor("staff", { accountId: (await make.account()).id });
});

const save = (clientId: string, fields: Record<string, string | number>) =>
  editDefaults(staff, editDefaultsInput.parse({ clientId, version: 0, ...fields }));

it("S4-38 a client's defaults are kept and a new session begins with them", async () => {
  const client = await make.client();
  const practitioner = await make.practitioner();
  const funding = await make.fundingSource();
  const service = await db.service.create({ data: { name: "Coaching", defaultMinutes: 45, defaultRateCents: 8_500 } });
  await save(client.id, {
    workerCompCode: "8810",
    multiplierCode: "M2",
    serviceId: service.id,
    rateCents: "92.50",
    fundingSourceId: funding.id,
    practitionerId: practitioner.id,
  });
  const defaults = await findDefaults(staff, client.id);
  expect(defaults).toMatchObject({ version: 1, workerCompCode: "8810", multiplierCode: "M2", rateCents: 92_50 });
  expect(sessionBeginning(defaults)).toEqual({
    minutes: 45,
    practitionerId: practitioner.id,
    fundingSourceId: funding.id,
  });
  const [line] = await db.streamEntry.findMany({ where: { clientId: client.id } });
  expect(line?.data).toMatchObject({ changes: { service: { from: null, to: "Coaching" }, rate: { to: "$92.50" } } });
});

it("S4-38 without defaults nothing is filled in, and what is archived cannot be chosen anew but may stay", async () => {
  const client = await make.client();
  expect(sessionBeginning(await findDefaults(staff, client.id))).toEqual({
    minutes: null,
    practitionerId: null,
    fundingSourceId: null,
  });
  const service = await db.service.create({ data: { name: "Bookkeeping" } });
  await save(client.id, { serviceId: service.id });
  await db.service.update({ where: { id: service.id }, data: { archivedAt: new Date("2026-01-01T00:00:00Z") } });
  expect((await findDefaultChoices(staff)).services.map(({ id }) => id)).not.toContain(service.id);
  await save(client.id, { version: 1, serviceId: service.id, multiplierCode: "M1" });
  const other = await make.client();
  await expect(save(other.id, { serviceId: service.id })).rejects.toMatchObject({ field: "serviceId" });
  await expect(save(client.id, { version: 1 })).rejects.toMatchObject({ code: "changed_meanwhile" });
});
