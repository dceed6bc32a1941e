import { StatusChip } from "@/components/ui/status-chip";
import { OUTCOME_TONES } from "@/lib/features/prospects/copy";
import type { ProspectOutcome } from "@/lib/features/prospects/schema";

/** Where a prospect stands in the pipeline. */
export function ProspectStageChip({ name, outcome }: { name: string; outcome: ProspectOutcome }) {
  return <StatusChip tone={OUTCOME_TONES[outcome]}>{name}</StatusChip>;
}
