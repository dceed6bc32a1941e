import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

const listed = z.object({ name: z.string(), identifier: z.string() });
const list = z.object({ list: z.string(), name: z.string() });

export const clientsHistory = {
  "client.created": historyKind(z.object({ name: z.string(), number: z.string(), kind: z.string() }), { stream: true }),
  "client.edited": historyKind(z.object({ name: z.string(), changes: fieldChanges, restores: z.uuid().nullish() }), {
    stream: true,
  }),
  "client.status-changed": historyKind(
    z.object({
      name: z.string(),
      from: z.string(),
      to: z.string(),
      standing: z.string(),
      reason: z.string().nullish(),
      restores: z.uuid().nullish(),
    }),
    { stream: true },
  ),
  "client.defaults-edited": historyKind(z.object({ name: z.string(), changes: fieldChanges }), { stream: true }),
  "client.made": historyKind(
    z.object({
      name: z.string(),
      oldNumber: z.string(),
      newNumber: z.string(),
      signedOn: z.string(),
      changes: fieldChanges,
    }),
    { stream: true },
  ),
  "client.unmade": historyKind(z.object({ name: z.string(), oldNumber: z.string(), newNumber: z.string() }), {
    stream: true,
  }),
  "client.practitioner-assigned": historyKind(z.object({ practitioner: z.string() }), { stream: true }),
  /** That staff wrote something, never what. */
  "client.colour-picked": historyKind(z.object({}), { stream: false }),
  "note.edited": historyKind(z.object({}), { stream: false }),
  "practitioner.created": historyKind(z.object({ name: z.string() }), { stream: false }),
  "practitioner.edited": historyKind(z.object({ name: z.string(), changes: fieldChanges }), { stream: false }),
  "client-status.created": historyKind(z.object({ name: z.string(), standing: z.string() }), { stream: false }),
  "client-status.edited": historyKind(z.object({ name: z.string(), changes: fieldChanges }), { stream: false }),
  "service.created": historyKind(z.object({ name: z.string() }), { stream: false }),
  "service.edited": historyKind(z.object({ name: z.string(), changes: fieldChanges }), { stream: false }),
  "funding-source.created": historyKind(listed, { stream: false }),
  "funding-source.edited": historyKind(z.object({ name: z.string(), changes: fieldChanges }), { stream: false }),
  "language.created": historyKind(listed, { stream: false }),
  "language.edited": historyKind(z.object({ name: z.string(), changes: fieldChanges }), { stream: false }),
  "center.created": historyKind(z.object({ name: z.string() }), { stream: false }),
  "center.edited": historyKind(z.object({ name: z.string(), changes: fieldChanges }), { stream: false }),
  "filter.saved": historyKind(list.extend({ shared: z.boolean() }), { stream: false }),
  "filter.deleted": historyKind(list, { stream: false }),
};
