import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

const named = z.object({ name: z.string() });
const person = named.extend({ contact: z.string() });

export const prospectsHistory = {
  "prospect.created": historyKind(named.extend({ source: z.string().nullable() }), { stream: true }),
  "prospect.edited": historyKind(named.extend({ changes: fieldChanges, restores: z.uuid().nullish() }), {
    stream: true,
  }),
  "prospect.moved": historyKind(named.extend({ from: z.string(), to: z.string() }), { stream: true }),
  "prospect.contact-added": historyKind(person, { stream: true }),
  "prospect.contact-edited": historyKind(person.extend({ changes: fieldChanges }), { stream: true }),
  "prospect.contact-removed": historyKind(person, { stream: true }),
  "prospect.main-contact": historyKind(person, { stream: true }),
  /** From the public page. */
  "prospect.inquired": historyKind(named.extend({ center: z.string() }), { stream: true }),
  "prospect.converted": historyKind(named.extend({ client: z.string(), number: z.string(), existing: z.boolean() }), {
    stream: true,
  }),
  "prospect.conversion-undone": historyKind(named.extend({ client: z.string(), number: z.string() }), { stream: true }),
  "prospect-stage.created": historyKind(named, { stream: false }),
  "prospect-stage.edited": historyKind(named.extend({ changes: fieldChanges }), { stream: false }),
};
