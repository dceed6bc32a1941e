import { z } from "zod";

/** What an operation does with one of its rows. */
export const OUTCOMES = ["create", "update", "unchanged", "refused"] as const;
export const outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof outcome>;

const count = z.int().nonnegative().default(0);

/** How far an operation has come: rows by outcome, rows applied, rows taken back and rows that had to be left. */
export const operationProgress = z.object({
  create: count,
  update: count,
  unchanged: count,
  refused: count,
  done: count,
  undone: count,
  left: count,
  /** Times in a row that the work ended in an error; the operation stops being tried when there were too many. */
  failures: count,
});
export type OperationProgress = z.infer<typeof operationProgress>;
