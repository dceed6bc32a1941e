import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

const named = z.object({ recordKind: z.string(), name: z.string() });

export const recyclingHistory = {
  "record.deleted": historyKind(named, { stream: true }),
  "record.restored": historyKind(named, { stream: true }),
};
