import { expect, it } from "vitest";
import { planImport } from "@/lib/features/imports/drafts/commands";
import { findImportDraft } from "@/lib/features/imports/drafts/queries";
import { importOperation } from "@/lib/features/imports/jobs";
import { uploadImport } from "@/lib/features/imports/uploads/commands";
import { changeSetting } from "@/lib/features/settings/commands";
import { systemActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { workOnOperation } from "@/lib/platform/operation/run";
import { make } from "@/prisma/factories/make";

const actor = systemActor("test");
const FILE = `Client ID,Company,Business Phone,City
71001,Loom House,,Peoria
71002,Spool House,309-555-0100,Peoria
@71003,Thread Bank,,
`;

it("S0-20 S0-21 a client that a file brings without a mandatory field stays out, and the column is named; a pre-client comes", async () => {
  await changeSetting(actor, "clientFields", { mandatory: ["phone"] });
  const { id: centerId } = await make.center();
  const operationId = await uploadImport(actor, { name: "few.csv", bytes: new TextEncoder().encode(FILE) });
  const draft = await findImportDraft(actor, operationId);
  const mapping = Object.fromEntries((draft?.columns ?? []).map(({ index, field }) => [index, field]));
  await planImport(actor, { operationId, kind: "clients", mapping, dateOrders: {}, centerId, statusId: "" });
  await workOnOperation(operationId, { import: importOperation });
  const rows = await db.operationRow.findMany({
    where: { operationId, position: { gt: 0 } },
    orderBy: { position: "asc" },
    select: { outcome: true, reasons: true },
  });
  expect(rows.map(({ outcome }) => outcome)).toEqual(["refused", "create", "create"]);
  expect(rows[0]?.reasons).toContainEqual(
    expect.objectContaining({ code: "mandatory_missing", column: "Business Phone", params: { field: "phone" } }),
  );
});
