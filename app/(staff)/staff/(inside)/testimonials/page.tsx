import type { Metadata } from "next";
import { TestimonialList } from "@/components/testimonials/testimonial-list";
import { findSetting } from "@/lib/features/settings/queries";
import { listTestimonials } from "@/lib/features/testimonials/queries";
import { testimonialSearch } from "@/lib/features/testimonials/schema";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Testimonials" };

export default async function TestimonialsPage({ searchParams }: PageProps<"/staff/testimonials">) {
  const actor = await admit("testimonials.edit");
  const search = testimonialSearch.parse(await searchParams);
  const [page, terms] = await Promise.all([listTestimonials(actor, search), findSetting("terminology")]);
  return <TestimonialList page={page} client={terms.client.singular} />;
}
