"use client";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

/** The address a passcode is to be sent to. */
export function AskPasscodeForm({ action }: { action: ServerAction }) {
  const t = useTranslations("sign-in");
  return (
    <Form action={action}>
      <TextField
        name="email"
        label={t("email")}
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <FormActions>
        <SubmitButton>{t("forgot.submit")}</SubmitButton>
        <LinkButton href={paths.portal.signIn} variant="ghost">
          {t("forgot.back")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
