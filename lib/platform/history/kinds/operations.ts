import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

const facts = { operationKind: z.string(), title: z.string() };

const applied = z.object({ ...facts, created: z.int(), updated: z.int(), unchanged: z.int(), refused: z.int() });
const undone = z.object({ ...facts, undone: z.int(), left: z.int() });

export const operationsHistory = {
  "operation.applied": historyKind(applied, { stream: true }),
  "operation.undone": historyKind(undone, { stream: true }),
  /** The same for small operations, whose own entry says it better. */
  "operation.ran": historyKind(applied, { stream: false }),
  "operation.reverted": historyKind(undone, { stream: false }),
  "operation.failed": historyKind(z.object({ ...facts, problem: z.string() }), { stream: false }),
};
