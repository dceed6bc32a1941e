import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

const nothing = z.object({});

export const noticesHistory = {
  "follow.begun": historyKind(nothing, { stream: false }),
  "follow.ended": historyKind(nothing, { stream: false }),
  "inbox.dismissed": historyKind(z.object({ count: z.number() }), { stream: false }),
};
