"use client";
import { useTranslations } from "next-intl";
import { CodeField } from "@/components/ui/code-field";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

/** The code that follows the password: of the authenticator, or a recovery code. */
export function SecondFactorForm({ action, returnTo }: { action: ServerAction; returnTo?: string | undefined }) {
  const t = useTranslations("sign-in");
  return (
    <Form action={action}>
      {returnTo && <input type="hidden" name="return" value={returnTo} />}
      <CodeField
        name="code"
        label={t("secondFactor.code")}
        help={t("secondFactor.codeHelp")}
        inputMode="text"
        length={14}
        required
      />
      <FormActions>
        <SubmitButton>{t("secondFactor.submit")}</SubmitButton>
        <LinkButton href={paths.staff.signIn} variant="ghost">
          {t("secondFactor.startAgain")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
