import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TestimonialForm } from "@/components/testimonials/testimonial-form";
import { PageHeader } from "@/components/ui/page-header";
import { findSetting } from "@/lib/features/settings/queries";
import { addTestimonialAction } from "@/lib/features/testimonials/actions";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "New testimonial" };

export default async function NewTestimonialPage() {
  await admit("testimonials.edit");
  const [terms, t] = await Promise.all([findSetting("terminology"), getTranslations("testimonials")]);
  return (
    <>
      <PageHeader title={t("newTitle")} back={{ href: paths.staff.testimonials, label: t("title") }} />
      <TestimonialForm testimonial={null} client={terms.client.singular} action={addTestimonialAction} />
    </>
  );
}
