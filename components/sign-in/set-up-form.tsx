"use client";
import { useTranslations } from "next-intl";
import { ComboboxField } from "@/components/ui/combobox-field";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/platform/action-state";

type SetUpFormProps = { action: ServerAction; zones: readonly string[]; zone: string };

/** What the very first person says: who the organization is, and who they are. */
export function SetUpForm({ action, zones, zone }: SetUpFormProps) {
  const t = useTranslations("sign-in");
  const options = zones.map((name) => ({ value: name, label: name.replaceAll("_", " ") }));
  return (
    <Form action={action}>
      <TextField name="organization" label={t("setUp.organization")} autoComplete="organization" required />
      <ComboboxField name="timeZone" label={t("setUp.timeZone")} options={options} defaultValue={zone} required />
      <FieldRow>
        <TextField name="firstName" label={t("setUp.firstName")} autoComplete="given-name" required />
        <TextField name="lastName" label={t("setUp.lastName")} autoComplete="family-name" required />
      </FieldRow>
      <TextField name="email" label={t("email")} type="email" autoComplete="username" required />
      <PasswordField
        name="password"
        label={t("passwordLabel")}
        help={t("choose.intro")}
        autoComplete="new-password"
        required
      />
      <FormActions>
        <SubmitButton>{t("setUp.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
