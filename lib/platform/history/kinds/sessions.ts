import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

export const sessionsHistory = {
  "session.recorded": historyKind(
    z.object({
      practitionerName: z.string(),
      type: z.string(),
      area: z.string().nullable(),
      minutes: z.number(),
      fundingSource: z.string().nullable(),
      reportable: z.boolean(),
      note: z.string().nullable().optional(),
    }),
    { stream: true },
  ),
};
