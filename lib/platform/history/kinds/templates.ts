import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

const template = z.object({ name: z.string(), recordType: z.string(), language: z.string() });

export const templatesHistory = {
  "template.added": historyKind(template, { stream: false }),
  "template.edited": historyKind(template.extend({ changes: fieldChanges }), { stream: false }),
  "template.archived": historyKind(template, { stream: false }),
  "template.restored": historyKind(template, { stream: false }),
  "system-letter.edited": historyKind(z.object({ key: z.string(), language: z.string(), changes: fieldChanges }), {
    stream: false,
  }),
  "system-letter.reset": historyKind(z.object({ key: z.string(), language: z.string() }), { stream: false }),
};
