import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

const task = z.object({ subject: z.string() });

export const tasksHistory = {
  "task.created": historyKind(task, { stream: false }),
  "task.edited": historyKind(task.extend({ changes: fieldChanges }), { stream: false }),
  "task.done": historyKind(task, { stream: false }),
  "task.reopened": historyKind(task, { stream: false }),
  "task.reminded": historyKind(task.extend({ to: z.string() }), { stream: false }),
};
