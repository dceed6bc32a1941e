import { z } from "zod";
import { blankAsNull, id, requiredLongText, requiredText } from "@/lib/values/fields";

export const testimonialFields = z.object({
  quote: requiredLongText(2_000),
  author: requiredText(160),
  clientId: blankAsNull(id),
});
export type TestimonialFields = z.output<typeof testimonialFields>;

export const editTestimonialInput = testimonialFields.extend({
  testimonialId: id,
  version: z.coerce.number("number").int().positive(),
});
export type EditTestimonialInput = z.output<typeof editTestimonialInput>;

export const testimonialInput = z.object({ testimonialId: id });
export const testimonialSearch = z.object({ page: z.string().max(600).optional().catch(undefined) });

export type TestimonialView = {
  id: string;
  quote: string;
  author: string;
  publishedAt: Date | null;
  version: number;
  client: { id: string; name: string } | null;
};
