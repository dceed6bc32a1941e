import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

const labelled = z.object({ label: z.string() });

export const customFieldsHistory = {
  "custom-field.created": historyKind(labelled.extend({ recordKind: z.string(), type: z.string() }), { stream: false }),
  "custom-field.edited": historyKind(labelled.extend({ changes: fieldChanges }), { stream: false }),
};
