import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

const changed = z.object({ name: z.string(), changes: fieldChanges });

/** `contact` is who asked. */
const decided = changed.extend({ contact: z.string() });

/** What clients change about themselves; staff read it in the data stream with old and new. */
export const portalHistory = {
  "client.edited-in-portal": historyKind(changed, { stream: true }),
  /** A member of staff looked at the portal as a contact would see it. */
  "portal-view.began": historyKind(z.object({ name: z.string() }), { stream: true }),
  "portal-view.left": historyKind(z.object({}), { stream: false }),
  "proposal.made": historyKind(changed, { stream: true }),
  "proposal.accepted": historyKind(decided, { stream: true }),
  "proposal.declined": historyKind(decided.extend({ reason: z.string() }), { stream: true }),
  "proposal.withdrawn": historyKind(changed, { stream: true }),
  "contact.edited-in-portal": historyKind(changed, { stream: true }),
  /** Asked for, not yet confirmed from the new mailbox. */
  "contact.email-change-asked": historyKind(z.object({ name: z.string() }), { stream: false }),
};
