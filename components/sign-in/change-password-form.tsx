"use client";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

/** The old password and a new one, for somebody who is signed in. */
export function ChangePasswordForm({ action }: { action: ServerAction }) {
  const t = useTranslations("sign-in");
  return (
    <Form action={action} reset className="grid max-w-md grid-cols-[minmax(0,1fr)] gap-y-1">
      <PasswordField name="current" label={t("password.current")} autoComplete="current-password" required />
      <PasswordField
        name="password"
        label={t("password.new")}
        help={t("password.help")}
        autoComplete="new-password"
        required
      />
      <FormActions>
        <SubmitButton variant="secondary">{t("password.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
