import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

export const settingsHistory = {
  /** One entry of a configuration file that was taken over, old and new. */
  "configuration.imported": historyKind(z.object({ section: z.string(), name: z.string(), changes: fieldChanges }), {
    stream: false,
  }),
  "settings.changed": historyKind(z.object({ key: z.string(), changes: fieldChanges }), { stream: false }),
};
