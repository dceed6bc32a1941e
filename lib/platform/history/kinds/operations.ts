import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

const facts = { operationKind: z.string(), title: z.string() };

export const operationsHistory = {
  "operation.applied": historyKind(
    z.object({ ...facts, created: z.int(), updated: z.int(), unchanged: z.int(), refused: z.int() }),
    { stream: true },
  ),
  "operation.undone": historyKind(z.object({ ...facts, undone: z.int(), left: z.int() }), { stream: true }),
  "operation.failed": historyKind(z.object({ ...facts, problem: z.string() }), { stream: false }),
};
