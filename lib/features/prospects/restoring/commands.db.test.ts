import { expect, it } from "vitest";
import { editProspect } from "@/lib/features/prospects/commands";
import { findProspect } from "@/lib/features/prospects/record/queries";
import { editInputOf } from "@/lib/features/prospects/record/rules";
import type { EditProspectInput } from "@/lib/features/prospects/schema";
import { listChanges } from "@/lib/features/stream/changes/queries";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { restoreProspectValue } from "./commands";
import type { RestoreProspectValueInput } from "./schema";

const { id: accountId } = await make.account();
const actor = accountActor("staff", { accountId });

async function seen(id: string) {
  const prospect = await findProspect(actor, id);
  if (!prospect) throw new Error("no prospect");
  return prospect;
}

async function changed(id: string, change: Partial<EditProspectInput>): Promise<string> {
  await editProspect(actor, { ...editInputOf(await seen(id)), ...change });
  const [entry] = (await listChanges(actor, { kind: "prospect", id })).rows;
  return entry?.id ?? "";
}

const restore = async (prospectId: string, field: RestoreProspectValueInput["field"], entryId: string) =>
  restoreProspectValue(actor, { prospectId, field, entryId, version: (await seen(prospectId)).version });

it("an old value of a prospect stands again, its owner by name while that still means one person", async () => {
  const owner = await make.account({ lastName: `Only${newId().slice(-6)}` });
  const { id } = await make.prospect({ ownerId: owner.id, source: "Trade fair", nextStepOn: new Date("2031-02-03") });
  const entryId = await changed(id, { ownerId: null, source: "Web site", nextStepOn: null });
  for (const field of ["owner", "source", "nextStepOn"] as const) await restore(id, field, entryId);
  expect(await seen(id)).toMatchObject({ owner: { id: owner.id }, source: "Trade fair", nextStepOn: "2031-02-03" });
  await expect(restore(id, "source", entryId)).rejects.toMatchObject({ code: "same_value" });
  await changed(id, { ownerId: null });
  await db.account.update({ where: { id: owner.id }, data: { status: "INACTIVE" } });
  await expect(restore(id, "owner", entryId)).rejects.toMatchObject({ code: "cannot_restore" });
});

it("nothing is restored over somebody's newer save", async () => {
  const { id } = await make.prospect({ source: "Trade fair" });
  const entryId = await changed(id, { source: "Web site" });
  const { version } = await seen(id);
  await changed(id, { department: "Payroll" });
  const input = { prospectId: id, field: "source", entryId, version } as const;
  await expect(restoreProspectValue(actor, input)).rejects.toMatchObject({ code: "changed_meanwhile" });
});
