import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

const event = z.object({ title: z.string() });
const registration = event.extend({
  eventId: z.string(),
  /** Whose place it is. */
  name: z.string(),
});

export const trainingHistory = {
  "event.created": historyKind(event, { stream: true }),
  "event.edited": historyKind(event.extend({ changes: fieldChanges }), { stream: false }),
  "event.published": historyKind(event, { stream: true }),
  "event.cancelled": historyKind(event.extend({ reason: z.string(), people: z.number() }), { stream: true }),
  "registration.made": historyKind(registration.extend({ waiting: z.enum(["yes", "no"]) }), { stream: true }),
  "registration.cancelled": historyKind(registration, { stream: true }),
  "registration.edited": historyKind(z.object({ name: z.string(), changes: fieldChanges }), { stream: false }),
  "registration.promoted": historyKind(registration, { stream: true }),
};
