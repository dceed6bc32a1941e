import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

const names = z.object({ names: z.string() });
const merged = z.object({
  /** Whom the others became one with. */
  name: z.string(),
  merged: z.string(),
  mergedIds: z.array(z.string()),
});

export const mergesHistory = {
  "contact.merged": historyKind(merged, { stream: true }),
  "contact.merge-undone": historyKind(merged, { stream: true }),
  "client.merged": historyKind(merged, { stream: true }),
  "client.merge-undone": historyKind(merged, { stream: true }),
  "client.told-apart": historyKind(names, { stream: false }),
  "client.doubted-again": historyKind(names, { stream: false }),
  "contact.told-apart": historyKind(names, { stream: false }),
  "contact.doubted-again": historyKind(names, { stream: false }),
};
