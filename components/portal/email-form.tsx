import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/platform/action-state";

type EmailFormProps = {
  email: string | null;
  pending: { email: string; until: string } | null;
  action: ServerAction;
};

/** The address a person signs in with, and the way to another one: password, then a mail to the new mailbox. */
export function EmailForm({ email, pending, action }: EmailFormProps) {
  const t = useTranslations("portal");
  return (
    <div className="grid gap-2">
      <div>
        <p className="break-all font-medium">{email ?? t("email.none")}</p>
        {email && <p className="text-muted text-sm">{t("email.use")}</p>}
      </div>
      {pending && (
        <p role="status" className="break-words rounded-md bg-warning-soft px-3.5 py-2.5">
          {t("email.pending", pending)}
        </p>
      )}
      <Disclosure title={t("email.change")}>
        <Form action={action} reset>
          <TextField name="email" type="email" label={t("email.new")} autoComplete="email" required />
          <PasswordField
            name="password"
            label={t("email.password")}
            help={t("email.passwordHelp")}
            autoComplete="current-password"
            required
          />
          <FormActions>
            <SubmitButton>{t("email.send")}</SubmitButton>
          </FormActions>
        </Form>
      </Disclosure>
    </div>
  );
}
