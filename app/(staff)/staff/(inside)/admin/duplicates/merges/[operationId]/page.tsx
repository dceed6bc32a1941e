import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MergeResult } from "@/components/duplicates/merge-result";
import { findMerge } from "@/lib/features/merges/results/queries";
import { undoMergeAction } from "@/lib/features/merges/undoing/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { formatDay } from "@/lib/values/format";
import { isId } from "@/lib/values/id";
import { isBefore } from "@/lib/values/instant";

export const metadata: Metadata = { title: "Merge" };

export default async function MergePage({ params }: PageProps<"/staff/admin/duplicates/merges/[operationId]">) {
  const actor = await admit("operations.view");
  const { operationId } = await params;
  const [result, { timeZone: zone }, { client }] = await Promise.all([
    isId(operationId) ? findMerge(actor, operationId) : null,
    findSetting("organization"),
    findSetting("terminology"),
  ]);
  if (!result) notFound();
  const dayOf = (instant: Date | null) => instant && formatDay(instant, { locale: "en", zone });
  return (
    <MergeResult
      result={result}
      times={{ at: dayOf(result.at), until: dayOf(result.undoUntil), undone: dayOf(result.undoneAt) }}
      canUndo={result.undoUntil !== null && isBefore(now(), result.undoUntil)}
      terms={{ client: client.singular.toLowerCase(), clients: client.plural.toLowerCase() }}
      undo={undoMergeAction}
    />
  );
}
