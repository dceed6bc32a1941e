import "server-only";
import { conversionOperations } from "@/lib/features/conversions/jobs";
import { importOperation } from "@/lib/features/imports/jobs";
import { updateOperations } from "@/lib/features/updates/jobs";
import { mergeOperations } from "@/lib/merges";
import type { OperationHandlers } from "@/lib/platform/operation/handler";

/** Who plans, applies and undoes each kind of operation; kinds that are run at once and undone by images need none. */
export const operations: OperationHandlers = {
  import: importOperation,
  ...mergeOperations,
  ...updateOperations,
  ...conversionOperations,
};
