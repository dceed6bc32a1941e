"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { PasswordField } from "@/components/ui/password-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

type Given = { password: string; until: string };
type TemporaryPasswordFormProps = { contactId: string; name: string; action: ServerAction<Given> };

/** A password that staff tell a person they have identified; what was given is shown once, here. */
export function TemporaryPasswordForm({ contactId, name, action }: TemporaryPasswordFormProps) {
  const t = useTranslations("portal-logins");
  const router = useRouter();
  const [given, setGiven] = useState<Given | null>(null);
  const finish = () => {
    setGiven(null);
    router.refresh();
  };
  return (
    <Dialog
      title={t("temporaryTitle", { name })}
      trigger={<Button size="sm">{t("temporary")}</Button>}
      {...(given ? { onOpenChange: (open: boolean) => !open && finish() } : {})}
    >
      {(close) =>
        given ? (
          <div role="status" className="grid gap-3">
            <p>{t("temporaryDone", { name })}</p>
            <p className="break-all rounded-lg border border-border bg-bg p-4 text-center font-semibold text-xl tracking-wide">
              {given.password}
            </p>
            <p className="text-muted">{t("temporaryUntil", { when: given.until })}</p>
            <FormActions>
              <Button
                variant="primary"
                onPress={() => {
                  close();
                  finish();
                }}
              >
                {t("close")}
              </Button>
            </FormActions>
          </div>
        ) : (
          <Form action={action} onDone={setGiven}>
            <input type="hidden" name="contactId" value={contactId} />
            <p className="mb-3 text-muted">{t("temporaryBody", { name })}</p>
            <PasswordField
              name="password"
              label={t("temporaryField")}
              help={t("temporaryFieldHelp")}
              autoComplete="off"
            />
            <FormActions>
              <SubmitButton>{t("temporaryGive")}</SubmitButton>
            </FormActions>
          </Form>
        )
      }
    </Dialog>
  );
}
