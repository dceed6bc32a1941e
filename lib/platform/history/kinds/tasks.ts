import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

export const tasksHistory = {
  "task.created": historyKind(z.object({ subject: z.string() }), { stream: false }),
  "task.done": historyKind(z.object({ subject: z.string() }), { stream: false }),
};
