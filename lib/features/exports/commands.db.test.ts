import { expect, it } from "vitest";
import { addCustomField } from "@/lib/features/custom-fields/definitions/commands";
import { addCustomFieldInput } from "@/lib/features/custom-fields/definitions/schema";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import { db } from "@/lib/platform/db/db";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { exportList } from "./commands";

const staff = accountActor("staff", { name: "Ada Staff" });

async function linesOf(list: string, address: Record<string, string>, actor: Parameters<typeof exportList>[0] = staff) {
  const sheet = await exportList(actor, { list, address }, { words: await translatorFor("en") });
  if (!sheet) return null;
  let text = "";
  for await (const piece of sheet.pieces) text += piece;
  return text.trim().split("\r\n");
}

it("a filtered list is taken out with the organization's own fields, no formula is left to calculate, and history knows", async () => {
  const administrator = accountActor("administrator", { confirmed: true });
  const type = { recordKind: "client", type: "yes_no", label: "Exports" };
  const fieldId = await addCustomField(administrator, addCustomFieldInput.parse(type));
  const client = await make.client({ name: "=1+1 Bakery", city: "Exportville" });
  await make.client({ name: "Somewhere else", city: "Peoria" });
  await db.customValue.create({
    data: { fieldId, recordId: client.id, recordKind: "client", type: "yes_no", clientId: client.id, yesValue: true },
  });
  const filter = encodeFilter({ all: [{ field: "city", operator: "is", value: "Exportville" }] });
  const lines = await linesOf("clients", { filter });
  expect(lines).toHaveLength(2);
  expect(lines?.[0]).toContain('"Client Number","Client Name"');
  expect(lines?.[0]?.endsWith('"Exports"')).toBe(true);
  expect(lines?.[1]).toContain(`"'=1+1 Bakery"`);
  expect(lines?.[1]?.endsWith('"Yes"')).toBe(true);
  const [entry] = await db.historyEntry.findMany({ where: { kind: "list.exported" } });
  expect(entry).toMatchObject({ actorName: "Ada Staff", data: { list: "clients", count: 1 } });
});

it("everybody takes out only what they may see, contacts and prospects too, and nothing else is a list", async () => {
  const contact = await make.contact({ lastName: "Exported" });
  const prospect = await make.prospect({ name: "Exported Looms" });
  const served = await make.client({ name: "Served" });
  const practitioner = await make.practitioner();
  await db.client.update({ where: { id: served.id }, data: { practitionerId: practitioner.id } });
  expect((await linesOf("contacts", {}))?.some((line) => line.includes(contact.lastName))).toBe(true);
  expect((await linesOf("prospects", { q: "Exported Looms" }))?.[1]).toContain(prospect.name);
  const own = accountActor("practitioner", { practitionerId: practitioner.id });
  expect((await linesOf("clients", {}, own))?.slice(1).every((line) => line.includes("Served"))).toBe(true);
  expect(await linesOf("accounts", {})).toBeNull();
});
