"use client";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

type ChoosePasswordFormProps = {
  action: ServerAction;
  /** Of the link in a mail; other rights are known by the browser's cookie. */
  token?: string;
  returnTo?: string | undefined;
};

/** A new password, typed once: it can be looked at. */
export function ChoosePasswordForm({ action, token, returnTo }: ChoosePasswordFormProps) {
  const t = useTranslations("sign-in");
  return (
    <Form action={action}>
      {token && <input type="hidden" name="token" value={token} />}
      {returnTo && <input type="hidden" name="return" value={returnTo} />}
      <PasswordField
        name="password"
        label={t("choose.password")}
        help={t("choose.intro")}
        autoComplete="new-password"
        required
      />
      <FormActions>
        <SubmitButton>{t("choose.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
