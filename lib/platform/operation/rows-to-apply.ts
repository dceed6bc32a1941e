import type { OperationProgress } from "./progress";

/** Rows that there is something to do for. */
export function rowsToApply({ create, update }: Pick<OperationProgress, "create" | "update">): number {
  return create + update;
}
