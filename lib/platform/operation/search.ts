import { z } from "zod";
import { id } from "@/lib/values/fields";
import { ROW_CHOICES } from "./row-choices";

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

const cursor = z.preprocess(single, z.string().max(2000).optional().catch(undefined));

/** The address of a list of operations: of which kind, by whom, and where in it. */
export const operationSearch = z.object({
  kind: z.preprocess(single, z.string().max(60).optional().catch(undefined)),
  by: z.preprocess(single, id.optional().catch(undefined)),
  page: cursor,
});
export type OperationSearch = z.output<typeof operationSearch>;

/** The address of one operation's rows: which of them, and where the list stands. */
export const operationRowSearch = z.object({
  page: cursor,
  rows: z.preprocess(single, z.enum(ROW_CHOICES).optional().catch(undefined)),
});
export type OperationRowSearch = z.output<typeof operationRowSearch>;
