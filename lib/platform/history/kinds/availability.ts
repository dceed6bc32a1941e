import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

export const availabilityHistory = {
  /** Changes by weekday ("monday"), each as people read hours. */
  "availability.changed": historyKind(z.object({ changes: fieldChanges }), { stream: true }),
};
