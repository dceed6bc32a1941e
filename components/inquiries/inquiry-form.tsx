import { useTranslations } from "next-intl";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/platform/action-state";

type InquiryFormProps = { center: string; token: string; action: ServerAction };

/** Asks for a name, a way to answer and the question; nothing to solve for people. */
export function InquiryForm({ center, token, action }: InquiryFormProps) {
  const t = useTranslations("inquiry");
  return (
    <Form action={action}>
      <input type="hidden" name="center" value={center} />
      <input type="hidden" name="token" value={token} />
      <div aria-hidden className="absolute -left-[200vw] size-px overflow-hidden">
        <label>
          {t("leaveEmpty")}
          <input type="text" name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
        </label>
      </div>
      <TextField name="name" label={t("name")} autoComplete="name" maxLength={120} required />
      <TextField name="organization" label={t("organization")} autoComplete="organization" maxLength={200} />
      <FieldRow>
        <TextField name="email" type="email" label={t("email")} help={t("emailHelp")} autoComplete="email" />
        <TextField name="phone" type="tel" label={t("phone")} autoComplete="tel" maxLength={60} />
      </FieldRow>
      <TextArea name="message" label={t("message")} rows={6} maxLength={4000} required />
      <FormActions>
        <SubmitButton>{t("send")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
