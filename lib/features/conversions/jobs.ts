import type { OperationHandlers } from "@/lib/platform/operation/handler";
import { CONVERSION_KIND } from "./schema";
import { conversionHandler } from "./undoing/commands";

/** What the worker does for conversions: they run at once, so only taking them back is left to it. */
export const conversionOperations: OperationHandlers = { [CONVERSION_KIND]: conversionHandler };
