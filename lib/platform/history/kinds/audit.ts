import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

export const auditHistory = {
  "audit.exported": historyKind(z.object({ filter: z.record(z.string(), z.string()) }), { stream: false }),
};
