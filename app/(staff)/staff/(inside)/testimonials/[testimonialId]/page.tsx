import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TestimonialRecord } from "@/components/testimonials/testimonial-record";
import { findSetting } from "@/lib/features/settings/queries";
import * as testimonials from "@/lib/features/testimonials/actions";
import { findTestimonial } from "@/lib/features/testimonials/queries";
import { admit } from "@/lib/platform/access/admit";
import { formatDay } from "@/lib/values/format";

export const metadata: Metadata = { title: "Testimonial" };

export default async function TestimonialPage({ params }: PageProps<"/staff/testimonials/[testimonialId]">) {
  const actor = await admit("testimonials.edit");
  const testimonial = await findTestimonial(actor, (await params).testimonialId);
  if (!testimonial) notFound();
  const [terms, { timeZone }] = await Promise.all([findSetting("terminology"), findSetting("organization")]);
  const { publishedAt } = testimonial;
  return (
    <TestimonialRecord
      testimonial={testimonial}
      client={terms.client.singular}
      published={publishedAt && formatDay(publishedAt, { locale: "en", zone: timeZone })}
      actions={{
        edit: testimonials.editTestimonialAction,
        publish: testimonials.publishTestimonialAction,
        withdraw: testimonials.withdrawTestimonialAction,
        remove: testimonials.deleteTestimonialAction,
      }}
    />
  );
}
