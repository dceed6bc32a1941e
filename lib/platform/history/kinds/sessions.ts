import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

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
  "session.edited": historyKind(z.object({ name: z.string(), changes: fieldChanges }), { stream: true }),
  /** A client was taken off a session; the day is the local one of the session. */
  "session.left": historyKind(z.object({ name: z.string(), type: z.string(), day: z.string() }), { stream: true }),
  "session.reportable-marked": historyKind(
    z.object({
      type: z.string(),
      fundingSource: z.string().nullable(),
      reportable: z.boolean(),
      changes: fieldChanges,
    }),
    { stream: true },
  ),
};
