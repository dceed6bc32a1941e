import "server-only";
import { contactMergeOperations } from "@/lib/features/contacts/merges/jobs";
import { conversionOperations } from "@/lib/features/conversions/jobs";
import { importOperation } from "@/lib/features/imports/jobs";
import { updateOperations } from "@/lib/features/updates/jobs";
import { contactFollowers } from "@/lib/merges";
import type { OperationHandlers } from "@/lib/platform/operation/handler";

/** Who plans, applies and undoes each kind of operation; kinds that are run at once and undone by images need none. */
export const operations: OperationHandlers = {
  import: importOperation,
  ...contactMergeOperations(contactFollowers),
  ...updateOperations,
  ...conversionOperations,
};
