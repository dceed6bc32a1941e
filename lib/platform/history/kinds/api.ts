import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

const key = z.object({ name: z.string() });
const testimonial = z.object({ author: z.string() });
const link = z.object({ name: z.string() });

export const apiHistory = {
  "api-key.made": historyKind(key.extend({ scopes: z.string(), expiresAt: z.string() }), { stream: false }),
  "api-key.revoked": historyKind(key, { stream: false }),
  "api-key.denied": historyKind(key.extend({ resource: z.string(), reason: z.string() }), { stream: false }),
  "calendar-link.made": historyKind(link, { stream: false }),
  "calendar-link.revoked": historyKind(link, { stream: false }),
  "testimonial.added": historyKind(testimonial, { stream: false }),
  "testimonial.edited": historyKind(testimonial.extend({ changes: fieldChanges }), { stream: false }),
  "testimonial.published": historyKind(testimonial, { stream: false }),
  "testimonial.withdrawn": historyKind(testimonial, { stream: false }),
  "testimonial.deleted": historyKind(testimonial, { stream: false }),
};
