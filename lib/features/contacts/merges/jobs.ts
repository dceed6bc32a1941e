import { MERGE_OPERATIONS } from "@/lib/features/merges/schema";
import { mergeHandler } from "@/lib/features/merges/undoing/commands";
import type { OperationHandlers } from "@/lib/platform/operation/handler";
import { mergeBatch, undoMergeBatch } from "./batches/commands";
import { SAFE_MERGE_KIND } from "./batches/schema";
import type { ContactFollowers } from "./schema";
import { undoWithSeats } from "./undoing/commands";

/** What the worker does for merges: they run at once, so only taking them back is left to it. */
export function contactMergeOperations(followers: ContactFollowers): OperationHandlers {
  return {
    [MERGE_OPERATIONS.contact]: mergeHandler("contact", (tx, batch) => undoWithSeats(tx, batch, followers)),
    [SAFE_MERGE_KIND]: {
      most: 25,
      applyBatch: (tx, operation, batch) => mergeBatch(tx, operation, batch, followers),
      undoBatch: undoMergeBatch,
    },
  };
}
