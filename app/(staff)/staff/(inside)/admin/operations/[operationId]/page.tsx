import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OperationRecord } from "@/components/operations/operation-record";
import { applySafeMergeAction } from "@/lib/features/contacts/merges/batches/actions";
import { retryOperationAction, undoOperationAction } from "@/lib/features/imports/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { operationFacts, undoDay } from "@/lib/platform/operation/copy";
import { findOperation, listOperationRows } from "@/lib/platform/operation/queries";
import { operationSearch } from "@/lib/platform/operation/search";

export const metadata: Metadata = { title: "Operation" };

const ACTIONS = { undo: undoOperationAction, retry: retryOperationAction, apply: applySafeMergeAction };

export default async function OperationPage({
  params,
  searchParams,
}: PageProps<"/staff/admin/operations/[operationId]">) {
  const actor = await admit("operations.view");
  const [{ operationId }, search] = await Promise.all([params, searchParams]);
  const operation = await findOperation(actor, operationId);
  if (!operation) notFound();
  const { page } = operationSearch.parse(search);
  const [rows, { timeZone: zone }] = await Promise.all([
    listOperationRows(operation.id, { page, from: -5000 }),
    findSetting("organization"),
  ]);
  const context = { now: now(), zone, locale: "en" } as const;
  const times = { undoUntil: undoDay(operation, context), facts: operationFacts(operation, context) };
  return <OperationRecord operation={operation} page={rows} {...times} actions={ACTIONS} />;
}
