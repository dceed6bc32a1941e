import "server-only";
import type { OperationHandler } from "@/lib/platform/operation/handler";
import { applyBatch, undoBatch } from "./applying/commands";
import { TRANSFER_KIND, UPDATE_KIND } from "./schema";

const handler: OperationHandler = { applyBatch, undoBatch };

/** What the worker does for bulk updates and transfers. */
export const updateOperations: Readonly<Record<string, OperationHandler>> = {
  [UPDATE_KIND]: handler,
  [TRANSFER_KIND]: handler,
};
