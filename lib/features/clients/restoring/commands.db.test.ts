import { expect, it } from "vitest";
import { editClient } from "@/lib/features/clients/commands";
import { findClient } from "@/lib/features/clients/record/queries";
import { editInputOf } from "@/lib/features/clients/record/rules";
import type { EditClientInput } from "@/lib/features/clients/schema";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { restoreClientValue } from "./commands";
import type { Restorable } from "./schema";

const { id: accountId } = await make.account();
const actor = accountActor("staff", { accountId, confirmed: true });

async function seen(clientId: string) {
  const client = await findClient(actor, clientId);
  if (!client) throw new Error("no client");
  return client;
}

async function changed(clientId: string, change: Partial<EditClientInput>): Promise<string> {
  await editClient(actor, { ...editInputOf(await seen(clientId)), ...change });
  const entry = await db.historyEntry.findFirstOrThrow({
    where: { subjectId: clientId, kind: { in: ["client.edited", "client.status-changed"] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return entry.id;
}

const restore = async (clientId: string, field: Restorable, entryId: string) =>
  restoreClientValue(actor, { clientId, field, entryId, version: (await seen(clientId)).version });

it("an old value stands again as an ordinary edit, and history says that it was restored", async () => {
  const { id } = await make.client({ city: "Cairo", employeeCount: 12, phone: "+16185550144" });
  const entryId = await changed(id, { city: "Peoria", employeeCount: 13, phone: null });
  for (const field of ["city", "employeeCount", "phone"] as const) await restore(id, field, entryId);
  expect(await seen(id)).toMatchObject({ city: "Cairo", employeeCount: 12, phone: "+16185550144" });
  const told = await db.historyEntry.findMany({
    where: { subjectId: id, data: { path: ["restores"], equals: entryId } },
  });
  expect(told).toHaveLength(3);
  await expect(restore(id, "city", entryId)).rejects.toMatchObject({ code: "same_value" });
});

it("status, center and practitioner come back by their names while these still mean one thing", async () => {
  const practitioner = await make.practitioner({ firstName: "Nadia", lastName: `Only${newId().slice(-6)}` });
  const { id } = await make.client({ practitionerId: practitioner.id });
  const before = await seen(id);
  const entryId = await changed(id, { practitionerId: null, otherPractitionerIds: [] });
  await restore(id, "practitioner", entryId);
  expect((await seen(id)).practitionerId).toBe(practitioner.id);
  const statusEntry = await changed(id, { statusId: await make.statusId("INACTIVE") });
  await restore(id, "status", statusEntry);
  expect((await seen(id)).status.id).toBe(before.status.id);
  await changed(id, { practitionerId: null, otherPractitionerIds: [] });
  await db.practitioner.update({ where: { id: practitioner.id }, data: { status: "INACTIVE" } });
  await expect(restore(id, "practitioner", entryId)).rejects.toMatchObject({ code: "cannot_restore" });
});

it("nothing is restored over somebody's newer save, by a stranger, or from another client's history", async () => {
  const [{ id }, other] = [await make.client({ city: "Cairo" }), await make.client({ city: "Alton" })];
  const entryId = await changed(id, { city: "Peoria" });
  const { version } = await seen(id);
  await changed(id, { city: "Quincy" });
  const input = { clientId: id, field: "city", entryId, version } as const;
  await expect(restoreClientValue(actor, input)).rejects.toMatchObject({ code: "changed_meanwhile" });
  await expect(restore(other.id, "city", entryId)).rejects.toMatchObject({ code: "not_found" });
  const stranger = accountActor("practitioner", { practitionerId: (await make.practitioner()).id });
  await expect(restoreClientValue(stranger, input)).rejects.toMatchObject({ code: "not_found" });
});
