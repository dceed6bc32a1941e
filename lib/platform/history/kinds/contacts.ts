import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

const named = z.object({ name: z.string() });

export const contactsHistory = {
  "contact.created": historyKind(named, { stream: true }),
  "contact.edited": historyKind(named.extend({ changes: fieldChanges, restores: z.uuid().nullish() }), {
    stream: true,
  }),
  "contact.linked": historyKind(named.extend({ title: z.string().nullable() }), { stream: true }),
  "contact.relationship-edited": historyKind(named.extend({ changes: fieldChanges }), { stream: true }),
  "contact.unlinked": historyKind(named, { stream: true }),
  "contact.made-primary": historyKind(named.extend({ before: z.string().nullable() }), { stream: true }),
};
