import { planImport } from "@/lib/features/imports/drafts/commands";
import { findImportDraft } from "@/lib/features/imports/drafts/queries";
import { importOperation } from "@/lib/features/imports/jobs";
import { uploadImport } from "@/lib/features/imports/uploads/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { workOnOperation } from "@/lib/platform/operation/run";

type Handed = {
  text: string;
  centerId: string;
  /** Fields by header, where the file's own words are not recognized. */
  columns?: Record<string, string>;
};

/** Hands in a file of clients and has it planned with the columns as they were recognized; answers its rows. */
export async function plannedImport(actor: Actor, { text, centerId, columns = {} }: Handed) {
  const operationId = await uploadImport(actor, { name: "clients.csv", bytes: new TextEncoder().encode(text) });
  const draft = await findImportDraft(actor, operationId);
  const mapping = Object.fromEntries(
    (draft?.columns ?? []).map(({ index, header, field }) => [index, columns[header] ?? field]),
  );
  await planImport(actor, { operationId, kind: "clients", mapping, dateOrders: {}, centerId, statusId: "" });
  await workOnOperation(operationId, { import: importOperation });
  return db.operationRow.findMany({
    where: { operationId, position: { gt: 0 } },
    orderBy: { position: "asc" },
    select: { outcome: true, reasons: true },
  });
}
