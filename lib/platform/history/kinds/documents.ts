import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

/** One document by its name, which history keeps even when the document is gone. */
const one = z.object({ documentId: z.string(), name: z.string() });

export const documentsHistory = {
  "documents.copied": historyKind(z.object({ count: z.number(), names: z.string() }), { stream: true }),
  "document.added": historyKind(one.extend({ size: z.number(), folder: z.string().nullable() }), { stream: true }),
  "document.replaced": historyKind(one.extend({ version: z.number() }), { stream: true }),
  "document.renamed": historyKind(one.extend({ before: z.string() }), { stream: true }),
  "document.moved": historyKind(one.extend({ folder: z.string().nullable() }), { stream: false }),
  "document.shared": historyKind(one.extend({ visibility: z.string(), contactId: z.string().nullable() }), {
    stream: true,
  }),
  "document.removed": historyKind(one, { stream: true }),
  "document.restored": historyKind(one, { stream: true }),
  "document.purged": historyKind(one, { stream: false }),
  "document.downloaded": historyKind(one.extend({ version: z.number() }), { stream: false }),
};
