import { z } from "zod";
import { ROW_CHOICES } from "./row-choices";

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of a list of operations. */
export const operationSearch = z.object({
  page: z.preprocess(single, z.string().max(2000).optional().catch(undefined)),
});

/** The address of one operation's rows: which of them, and where the list stands. */
export const operationRowSearch = operationSearch.extend({
  rows: z.preprocess(single, z.enum(ROW_CHOICES).optional().catch(undefined)),
});
export type OperationRowSearch = z.output<typeof operationRowSearch>;
