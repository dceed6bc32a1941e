import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

export const auditHistory = {
  /** The oldest entries, whose years were over; `mac` is the seal of the last one, hex. */
  "audit.erased": historyKind(
    z.object({ through: z.number(), mac: z.string(), erased: z.number(), years: z.number() }),
    { stream: false },
  ),
  "audit.exported": historyKind(z.object({ filter: z.record(z.string(), z.string()) }), { stream: false }),
};
