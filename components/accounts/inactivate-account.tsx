"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

type InactivateAccountProps = {
  account: { id: string; name: string; active: boolean };
  /** What happens to the practitioner it is linked with, in the organization's words. */
  practitionerToo: string | null;
  actions: { inactivate: ServerAction; reactivate: ServerAction };
};

/** Closes an account, or opens it again. */
export function InactivateAccount({ account, practitionerToo, actions }: InactivateAccountProps) {
  const t = useTranslations("accounts");
  const { name, active } = account;
  const which = <input type="hidden" name="accountId" value={account.id} />;
  if (!active) {
    return (
      <Form action={actions.reactivate}>
        {which}
        <SubmitButton>{t("reactivate")}</SubmitButton>
      </Form>
    );
  }
  return (
    <ConfirmDialog
      title={t("inactivateTitle", { name })}
      trigger={<Button variant="danger">{t("inactivate")}</Button>}
      action={actions.inactivate}
      confirmLabel={t("inactivate")}
    >
      <p>{t("inactivateBody", { name })}</p>
      {practitionerToo && <p className="mt-2">{practitionerToo}</p>}
      {which}
    </ConfirmDialog>
  );
}
