"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { TestimonialView } from "@/lib/features/testimonials/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

// Most testimonials are of a client who stands there already; looking for one comes with its own code.
const ClientPicker = dynamic(async () => (await import("@/components/templates/client-picker")).ClientPicker, {
  ssr: false,
  loading: () => <div aria-busy className="mb-3 h-20" />,
});

type TestimonialFormProps = { testimonial: TestimonialView | null; client: string; action: ServerAction };

/** What somebody said, and how they are named. */
export function TestimonialForm({ testimonial, client, action }: TestimonialFormProps) {
  const t = useTranslations("testimonials");
  return (
    <Form action={action} guard>
      {testimonial && (
        <>
          <input type="hidden" name="testimonialId" value={testimonial.id} />
          <input type="hidden" name="version" value={testimonial.version} />
        </>
      )}
      <TextArea name="quote" label={t("quote")} defaultValue={testimonial?.quote} rows={5} maxLength={2_000} required />
      <TextField
        name="author"
        label={t("author")}
        help={t("authorHelp")}
        defaultValue={testimonial?.author}
        maxLength={160}
        required
      />
      <LinkedClient linked={testimonial?.client ?? null} client={client} />
      <FormActions sticky>
        <SubmitButton>{t("save")}</SubmitButton>
        <LinkButton variant="ghost" href={paths.staff.testimonials}>
          {t("cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}

type LinkedClientProps = { linked: TestimonialView["client"]; client: string };

function LinkedClient({ linked, client }: LinkedClientProps) {
  const t = useTranslations("testimonials");
  const [kept, setKept] = useState(linked);
  const [picked, setPicked] = useState<string | null>(null);
  return (
    <>
      <input type="hidden" name="clientId" value={kept?.id ?? picked ?? ""} />
      {kept ? (
        <p className="flex flex-wrap items-center gap-3">
          {t("clientNow", { name: kept.name })}
          <Button size="sm" onPress={() => setKept(null)}>
            {t("unlink")}
          </Button>
        </p>
      ) : (
        <ClientPicker
          label={t("client", { client })}
          help={t("clientHelp")}
          address={paths.api.templateClients}
          onChange={setPicked}
        />
      )}
    </>
  );
}
