import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

const changed = z.object({ name: z.string(), changes: fieldChanges });

/** What clients change about themselves; staff read it in the data stream with old and new. */
export const portalHistory = {
  "client.edited-in-portal": historyKind(changed, { stream: true }),
  "contact.edited-in-portal": historyKind(changed, { stream: true }),
  /** Asked for, not yet confirmed from the new mailbox. */
  "contact.email-change-asked": historyKind(z.object({ name: z.string() }), { stream: false }),
};
