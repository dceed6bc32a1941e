import { useTranslations } from "next-intl";
import { SimilarHint } from "@/components/duplicates/similar-hint";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/platform/action-state";

/** Adds a person nobody knows yet to a client. */
export function NewContactCard({ clientId, action }: { clientId: string; action: ServerAction }) {
  const t = useTranslations("contacts");
  return (
    <Card title={t("ofClient.addTitle")}>
      <Form action={action} reset>
        <input type="hidden" name="clientId" value={clientId} />
        <input type="hidden" name="language" value="en" />
        <TextField name="firstName" label={t("form.firstName")} autoComplete="off" required />
        <TextField name="lastName" label={t("form.lastName")} autoComplete="off" required />
        <TextField name="email" type="email" label={t("form.email")} autoComplete="off" />
        <TextField name="phone" type="tel" label={t("form.phone")} autoComplete="off" />
        <TextField name="title" label={t("form.title")} />
        <Checkbox name="isOwner">{t("form.isOwner")}</Checkbox>
        <SimilarHint kind="contact" />
        <FormActions>
          <SubmitButton>{t("form.add")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
