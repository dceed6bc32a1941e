import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { StatusChip } from "@/components/ui/status-chip";
import { SubmitButton } from "@/components/ui/submit-button";
import type { TestimonialView } from "@/lib/features/testimonials/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { DeleteTestimonial } from "./delete-testimonial";
import { TestimonialForm } from "./testimonial-form";

type TestimonialRecordProps = {
  testimonial: TestimonialView;
  client: string;
  published: string | null;
  actions: Record<"edit" | "publish" | "withdraw" | "remove", ServerAction>;
};

/** One testimonial: its words, and whether the API shows it. */
export function TestimonialRecord({ testimonial, client, published, actions }: TestimonialRecordProps) {
  const t = useTranslations("testimonials");
  const words = { title: t("deleteTitle"), body: t("deleteBody"), label: t("delete") };
  const buttons = (
    <>
      <DeleteTestimonial testimonialId={testimonial.id} words={words} action={actions.remove} />
      <Form action={published ? actions.withdraw : actions.publish}>
        <input type="hidden" name="testimonialId" value={testimonial.id} />
        <SubmitButton variant={published ? "secondary" : "primary"}>
          {t(published ? "withdraw" : "publish")}
        </SubmitButton>
      </Form>
    </>
  );
  return (
    <>
      <PageHeader
        title={testimonial.author}
        back={{ href: paths.staff.testimonials, label: t("title") }}
        status={
          <StatusChip tone={published ? "success" : "neutral"}>
            {published ? t("publishedOn", { day: published }) : t("draft")}
          </StatusChip>
        }
        actions={buttons}
      />
      <TestimonialForm testimonial={testimonial} client={client} action={actions.edit} />
    </>
  );
}
