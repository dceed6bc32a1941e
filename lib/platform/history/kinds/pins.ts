import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

/** That a note was pinned, never what it says: history and streams live longer than the note. */
const pin = z.object({ pinId: z.string(), visibility: z.literal("STAFF") });

export const pinsHistory = {
  "pin.added": historyKind(pin, { stream: true }),
  "pin.removed": historyKind(pin, { stream: true }),
};
