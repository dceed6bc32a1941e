import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

export const messagesHistory = {
  /** `visibility` decides whether a practitioner reads the line in the data stream. */
  "message.posted": historyKind(
    z.object({
      messageId: z.string(),
      on: z.string(),
      /** In the stream of a client nobody needs to be told whose it is. */
      place: z.enum(["client", "other"]),
      actionCode: z.string().nullable(),
      visibility: z.enum(["STAFF", "PRACTITIONERS"]),
      note: z.string(),
      task: z.string().nullable(),
    }),
    { stream: true },
  ),
  "action-code.added": historyKind(z.object({ name: z.string() }), { stream: false }),
  "action-code.edited": historyKind(z.object({ name: z.string(), changes: fieldChanges }), { stream: false }),
};
