"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

type AccountActionsCardProps = {
  account: { id: string; name: string; active: boolean; secondFactor: boolean; own: boolean };
  actions: { welcome: ServerAction; endSignIns: ServerAction; reset: ServerAction };
};

/** How somebody gets in, and how they are kept out. */
export function AccountActionsCard({ account, actions }: AccountActionsCardProps) {
  const t = useTranslations("accounts");
  const { name, active } = account;
  const which = <input type="hidden" name="accountId" value={account.id} />;
  return (
    <Card title={t("actions")}>
      <div className="grid justify-items-start gap-3">
        <p className="text-muted text-sm">{active ? t("sendWelcomeHelp", { name }) : t("welcomeInactive")}</p>
        <Form action={actions.welcome}>
          {which}
          <SubmitButton variant="secondary" isDisabled={!active}>
            {t("sendWelcome")}
          </SubmitButton>
        </Form>
        {account.secondFactor && !account.own && (
          <ConfirmDialog
            title={t("resetTitle", { name })}
            trigger={<Button>{t("resetSecondFactor")}</Button>}
            action={actions.reset}
            confirmLabel={t("resetSecondFactor")}
          >
            {t("resetBody", { name })}
            {which}
          </ConfirmDialog>
        )}
        {active && !account.own && (
          <ConfirmDialog
            title={t("signOutTitle", { name })}
            trigger={<Button>{t("signOut")}</Button>}
            action={actions.endSignIns}
            confirmLabel={t("signOut")}
          >
            {t("signOutBody", { name })}
            {which}
          </ConfirmDialog>
        )}
      </div>
    </Card>
  );
}
