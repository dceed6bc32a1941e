import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

export const settingsHistory = {
  "settings.changed": historyKind(z.object({ key: z.string(), changes: fieldChanges }), { stream: false }),
};
