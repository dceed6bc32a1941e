"use client";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/platform/action-state";

type SignInFormProps = {
  action: ServerAction;
  /** What people are known by here: staff by address, contacts also by username. */
  known: "email" | "name";
  returnTo?: string | undefined;
};

/** Name and password. */
export function SignInForm({ action, known, returnTo }: SignInFormProps) {
  const t = useTranslations("sign-in");
  return (
    <Form action={action}>
      {returnTo && <input type="hidden" name="return" value={returnTo} />}
      <TextField
        name={known}
        label={t(known)}
        type={known === "email" ? "email" : "text"}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <PasswordField name="password" label={t("passwordLabel")} autoComplete="current-password" required />
      <FormActions>
        <SubmitButton>{t("submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
