import "server-only";
import type { Tx } from "./db/db";
import type { RecordEdits } from "./form-keeping";
import type { Subject } from "./history/record";
import { refuse } from "./refusal";

/**
 * Says that somebody was faster: who, when, and what the record holds now, so that the person can choose field by field.
 * @param current the record as its form would show it; only what this person may read.
 * @throws {RefusalError} changed_meanwhile, always.
 */
export async function refuseChangedMeanwhile(tx: Tx, subject: Subject, current: RecordEdits): Promise<never> {
  const last = await tx.historyEntry.findFirst({
    where: { subjectKind: subject.kind, subjectId: subject.id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { actorName: true, at: true },
  });
  const by = last?.actorName || "—";
  const conflict = { ...current, by, at: last?.at ?? null };
  return refuse("changed_meanwhile", "refusals.changedMeanwhileBy", { values: { name: by }, conflict });
}
