"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ServerAction } from "@/lib/platform/action-state";

type UsernameFormProps = { contactId: string; username: string | null; action: ServerAction };

/** Gives a contact a username, or another one. */
export function UsernameForm({ contactId, username, action }: UsernameFormProps) {
  const t = useTranslations("portal-logins");
  const title = t(username ? "changeUsername" : "setUsername");
  return (
    <Dialog title={title} trigger={<Button size="sm">{title}</Button>}>
      {(close) => (
        <Form action={action} onDone={close}>
          <input type="hidden" name="contactId" value={contactId} />
          <TextField
            name="username"
            label={t("username")}
            help={t("usernameHelp")}
            defaultValue={username ?? ""}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <FormActions>
            <SubmitButton>{t("saveUsername")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
