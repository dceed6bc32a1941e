import { expect, it } from "vitest";
import { findClient } from "@/lib/features/clients/record/queries";
import { addCustomField, archiveCustomField } from "@/lib/features/custom-fields/definitions/commands";
import { addCustomFieldInput } from "@/lib/features/custom-fields/definitions/schema";
import { planImport } from "@/lib/features/imports/drafts/commands";
import { findImportDraft } from "@/lib/features/imports/drafts/queries";
import { importOperation } from "@/lib/features/imports/jobs";
import { uploadImport } from "@/lib/features/imports/uploads/commands";
import { systemActor } from "@/lib/platform/access/actor";
import { db, inTransaction } from "@/lib/platform/db/db";
import { undoOperation } from "@/lib/platform/operation/lifecycle";
import { workOnOperation } from "@/lib/platform/operation/run";
import { make } from "@/prisma/factories/make";

const actor = systemActor("test");
const handlers = { import: importOperation };

const field = (type: string, label: string, labels: string[] = [], recordKind = "client") => {
  const choices = Object.fromEntries(labels.map((each, index) => [String(index), { label: each }]));
  const mandatory = label === "Sector code" ? "on" : undefined;
  return addCustomField(actor, addCustomFieldInput.parse({ recordKind, type, label, choices, mandatory }));
};

it("columns of a file fill the organization's own fields, say what does not fit, and are taken back with the import", async () => {
  const ids = {
    code: await field("text", "Sector code"),
    shops: await field("number", "Shops"),
    opened: await field("date", "Opened"),
    wave: await field("choice", "Wave", ["First", "Second"]),
    exporting: await field("yes_no", "Exports"),
    gone: await field("text", "Gone"),
  };
  const { id: centerId } = await make.center();
  const known = await make.client({ number: "81005", name: "Known Bakery" });
  await db.customValue.create({
    data: {
      fieldId: ids.code,
      recordId: known.id,
      recordKind: "client",
      type: "text",
      clientId: known.id,
      textValue: "K",
    },
  });
  const file = `Client ID,Company,Sector Code,Shops,Opened,WAVE,Exports
81001,Loom House,A-1,"1,250.5",2026-03-14,second,Yes
81002,Spool House,B-2,many,2026-03-14,Third,no
81003,Thread House,,2,,First,
81005,Known Bakery,Z-9,7,,,no
`;
  const operationId = await uploadImport(actor, { name: "own.csv", bytes: new TextEncoder().encode(file) });
  const draft = await findImportDraft(actor, operationId);
  expect(draft?.custom.client.map(({ label }) => label)).toContain("Gone");
  const mapping = Object.fromEntries((draft?.columns ?? []).map(({ index, field: key }) => [index, key]));
  expect(Object.values(mapping).slice(2)).toEqual(
    [ids.code, ids.shops, ids.opened, ids.wave, ids.exporting].map((id) => `custom.${id}`),
  );
  await planImport(actor, { operationId, kind: "clients", mapping, dateOrders: {}, centerId, statusId: "" });
  await workOnOperation(operationId, handlers);
  const rows = await db.operationRow.findMany({
    where: { operationId, position: { gt: 0 } },
    orderBy: { position: "asc" },
  });
  expect(rows.map(({ outcome }) => outcome)).toEqual(["create", "refused", "refused", "update"]);
  const said = rows.flatMap(({ reasons }) => reasons as { code: string; column: string | null }[]);
  expect(said.map(({ code, column }) => `${column}: ${code}`)).toEqual([
    "Shops: number_unreadable",
    "WAVE: choice_unknown",
    "Sector Code: custom_missing",
    "null: client_filled",
  ]);
  await inTransaction((tx) => tx.operation.update({ where: { id: operationId }, data: { status: "APPLYING" } }));
  await workOnOperation(operationId, handlers);
  const valuesOf = async (id: string) =>
    Object.fromEntries(((await findClient(actor, id))?.custom ?? []).map(({ label, value }) => [label, value]));
  const made = await db.client.findUniqueOrThrow({ where: { number: "81001" } });
  expect(await valuesOf(made.id)).toMatchObject({
    "Sector code": "A-1",
    Shops: "1250.5",
    Opened: "2026-03-14",
    Exports: "yes",
  });
  expect(await valuesOf(known.id)).toMatchObject({ "Sector code": "K", Shops: "7", Exports: "no" });
  const entry = await db.historyEntry.findFirst({ where: { subjectId: known.id, kind: "client.edited" } });
  expect(entry?.data).toMatchObject({ changes: { "custom:Shops": { from: null, to: "7" } } });
  await archiveCustomField(actor, { fieldId: ids.gone });
  await inTransaction((tx) => undoOperation(tx, operationId));
  await workOnOperation(operationId, handlers);
  expect(await db.client.count({ where: { id: made.id } })).toBe(0);
  expect(await valuesOf(known.id)).toMatchObject({ "Sector code": "K", Shops: null, Exports: null });
  await archiveCustomField(actor, { fieldId: ids.code });
});

it("columns about people fill the organization's own fields of contacts, new and known, and are taken back with the import", async () => {
  const ids = {
    badge: await field("text", "Badge", [], "contact"),
    meal: await field("choice", "Meal", ["Vegan", "Any"], "contact"),
    veteran: await field("yes_no", "Veteran", [], "contact"),
  };
  const { id: centerId } = await make.center();
  const { client: known, contact: person } = await make.clientWithOwner({ number: "82005", name: "Known Loft" });
  await db.customValue.create({
    data: {
      fieldId: ids.badge,
      recordId: person.id,
      recordKind: "contact",
      type: "text",
      contactId: person.id,
      textValue: "K",
    },
  });
  const file = `Client ID,Company,First Name,Last Name,Badge,Contact Meal,Veteran
82001,Reed House,Rosa,Reed,B-1,,yes
82001,Reed House,Rosa,Reed,,vegan,
82002,Oboe House,Otto,Oboe,B-2,Beef,
82005,Known Loft,${person.firstName},${person.lastName},Z-9,any,no
`;
  const operationId = await uploadImport(actor, { name: "people.csv", bytes: new TextEncoder().encode(file) });
  const draft = await findImportDraft(actor, operationId);
  const mapping = Object.fromEntries((draft?.columns ?? []).map(({ index, field: key }) => [index, key]));
  expect(Object.values(mapping).slice(4)).toEqual(
    [ids.badge, ids.meal, ids.veteran].map((id) => `contact.custom.${id}`),
  );
  await planImport(actor, { operationId, kind: "clients", mapping, dateOrders: {}, centerId, statusId: "" });
  await workOnOperation(operationId, handlers);
  await inTransaction((tx) => tx.operation.update({ where: { id: operationId }, data: { status: "APPLYING" } }));
  await workOnOperation(operationId, handlers);
  const said = async (contactId: string) => {
    const values = await db.customValue.findMany({ where: { contactId }, include: { field: true, choice: true } });
    return Object.fromEntries(
      values.map(({ field: { label }, textValue, choice, yesValue }) => [
        label,
        textValue ?? choice?.label ?? yesValue,
      ]),
    );
  };
  const rosa = await db.contact.findFirstOrThrow({ where: { firstName: "Rosa", lastName: "Reed" } });
  expect(await said(rosa.id)).toEqual({ Badge: "B-1", Meal: "Vegan", Veteran: true });
  expect(await said(person.id)).toEqual({ Badge: "K", Meal: "Any", Veteran: false });
  const entry = await db.historyEntry.findFirst({ where: { subjectId: person.id, kind: "contact.edited" } });
  expect(entry?.data).toMatchObject({ changes: { "custom:Meal": { from: null, to: "Any" } } });
  const told = await db.streamEntry.findFirst({ where: { clientId: known.id, kind: "contact.edited" } });
  expect(told?.subjectId).toBe(person.id);
  const refused = await db.operationRow.findFirstOrThrow({ where: { operationId, outcome: "refused" } });
  expect(refused.reasons).toMatchObject([{ column: "Contact Meal", code: "choice_unknown" }]);
  await inTransaction((tx) => undoOperation(tx, operationId));
  await workOnOperation(operationId, handlers);
  expect(await db.contact.count({ where: { id: rosa.id } })).toBe(0);
  expect(await said(person.id)).toEqual({ Badge: "K" });
});
