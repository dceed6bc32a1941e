import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

export const accessHistory = {
  "access.denied": historyKind(z.object({ permission: z.string() }), { stream: false }),
  "access.signed-in": historyKind(z.object({ method: z.string() }), { stream: false }),
  "access.sign-in-failed": historyKind(z.object({ reason: z.string() }), { stream: false }),
  "access.signed-out": historyKind(z.object({ everywhere: z.boolean() }), { stream: false }),
  "access.confirmed": historyKind(z.object({}), { stream: false }),
  "access.confirmation-left": historyKind(z.object({}), { stream: false }),
  "access.password-set": historyKind(z.object({ by: z.string() }), { stream: false }),
  "access.second-factor-changed": historyKind(z.object({ on: z.boolean() }), { stream: false }),
};
