import { expect, it } from "vitest";
import { findClient } from "@/lib/features/clients/record/queries";
import { addCustomField } from "@/lib/features/custom-fields/definitions/commands";
import { addCustomFieldInput } from "@/lib/features/custom-fields/definitions/schema";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { takenBack, updated } from "@/prisma/factories/updates";

it("many clients are given a choice and a number of the organization's own at once, and undo gives back what stood there", async () => {
  const { id: accountId } = await make.account({ role: "STAFF" });
  const staff = accountActor("staff", { accountId });
  const administrator = accountActor("administrator", { accountId, confirmed: true });
  const add = (fields: Record<string, unknown>) =>
    addCustomField(administrator, addCustomFieldInput.parse({ recordKind: "client", ...fields }));
  const wave = await add({
    type: "choice",
    label: "Wave",
    choices: { "0": { label: "First" }, "1": { label: "Second" } },
  });
  const shops = await add({ type: "number", label: "Shops" });
  const choices = await db.customFieldChoice.findMany({ where: { fieldId: wave }, orderBy: { position: "asc" } });
  const [first = "", second = ""] = choices.map(({ id }) => id);
  const clients = [await make.client({}), await make.client({}), await make.client({})];
  const ids = clients.map(({ id }) => id);
  const [one = ""] = ids;
  await updated(staff, { noun: "clients", field: `custom.${wave}`, value: first, ids: [one] });
  const { operationId, ...counts } = await updated(staff, {
    noun: "clients",
    field: `custom.${wave}`,
    value: second,
    ids,
  });
  expect(counts).toMatchObject({ changed: 3, refused: 0 });
  await updated(staff, { noun: "clients", field: `custom.${shops}`, value: "2.5", ids });
  const valuesOf = async (id: string) => (await findClient(staff, id))?.custom.map(({ value }) => value);
  expect(await Promise.all(ids.map(valuesOf))).toEqual([1, 2, 3].map(() => [second, "2.5"]));
  const told = await db.historyEntry.findMany({
    where: { subjectId: one, kind: "client.edited" },
    orderBy: { id: "asc" },
  });
  expect(told[1]?.data).toMatchObject({ changes: { "custom:Wave": { from: "First", to: "Second" } } });
  const again = await updated(staff, { noun: "clients", field: `custom.${shops}`, value: null, ids: [one] });
  expect(again).toMatchObject({ changed: 1 });
  await takenBack(again.operationId);
  expect(await valuesOf(one)).toEqual([second, "2.5"]);
  await takenBack(operationId);
  expect((await valuesOf(one))?.[1]).toBe("2.5");
});
