"use client";
import { useTranslations } from "next-intl";
import { CodeField } from "@/components/ui/code-field";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type ConfirmFormProps = { action: ServerAction; withCode: boolean; returnTo?: string | undefined };

/** The password once more, with the authenticator's code where one is enrolled. */
export function ConfirmForm({ action, withCode, returnTo }: ConfirmFormProps) {
  const t = useTranslations("sign-in");
  return (
    <Form action={action}>
      {returnTo && <input type="hidden" name="return" value={returnTo} />}
      <PasswordField name="password" label={t("passwordLabel")} autoComplete="current-password" required />
      {withCode && <CodeField name="code" label={t("confirm.code")} inputMode="text" length={14} required />}
      <FormActions>
        <SubmitButton>{t("confirm.submit")}</SubmitButton>
        <LinkButton href={paths.staff.home} variant="ghost">
          {t("confirm.cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
