import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportDraft } from "@/components/imports/import-draft";
import { ImportRecord } from "@/components/imports/import-record";
import { ImportUnreadable } from "@/components/imports/import-unreadable";
import * as actions from "@/lib/features/imports/actions";
import { findImportStep } from "@/lib/features/imports/queries";
import { importTerms } from "@/lib/features/imports/results/copy";
import { importSearch } from "@/lib/features/imports/results/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { operationFacts, undoDay } from "@/lib/platform/operation/copy";

export const metadata: Metadata = { title: "Import" };

const ACTIONS = {
  apply: actions.applyImportAction,
  change: actions.changeImportColumnsAction,
  repeat: actions.repeatImportAction,
  undo: actions.undoOperationAction,
  retry: actions.retryOperationAction,
};

export default async function ImportPage({ params, searchParams }: PageProps<"/staff/admin/import/[operationId]">) {
  const actor = await admit("imports.run");
  const [{ operationId }, search] = await Promise.all([params, searchParams]);
  const [found, terms, { timeZone: zone }] = await Promise.all([
    findImportStep(actor, operationId, importSearch.parse(search)),
    findSetting("terminology"),
    findSetting("organization"),
  ]);
  if (!found) notFound();
  const words = importTerms(terms);
  if (found.step === "unreadable") return <ImportUnreadable {...found} />;
  if (found.step === "draft")
    return <ImportDraft draft={found.draft} terms={words} action={actions.planImportAction} />;
  const { record, page } = found;
  const context = { now: now(), zone, locale: "en" } as const;
  const times = { undoUntil: undoDay(record.operation, context), facts: operationFacts(record.operation, context) };
  const may = { ...ACTIONS, mayReport: actor.can("imports.take-sheet") };
  return <ImportRecord record={record} page={page} terms={words} {...times} actions={may} />;
}
