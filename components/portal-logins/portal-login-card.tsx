import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DefinitionList } from "@/components/ui/definition-list";
import { Form } from "@/components/ui/form";
import { StatusChip } from "@/components/ui/status-chip";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { PortalLoginItem } from "@/lib/features/portal-logins/copy";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { TemporaryPasswordForm } from "./temporary-password-form";
import { UsernameForm } from "./username-form";

type PortalLoginCardProps = {
  login: PortalLoginItem;
  /** Left out for people who may look but not change. */
  actions?: {
    setUsername: ServerAction;
    giveTemporaryPassword: ServerAction<{ password: string; until: string }>;
    sendWelcome: ServerAction;
    remove: ServerAction;
    allow: ServerAction;
  };
};

/** How a contact gets into the portal, and what staff can do about it. */
export function PortalLoginCard({ login, actions }: PortalLoginCardProps) {
  const t = useTranslations("portal-logins");
  const { contactId, name, username, allowed } = login;
  const which = <input type="hidden" name="contactId" value={contactId} />;
  return (
    <Card title={t("title")} actions={<StatusChip tone={login.tone}>{t(`state.${login.state}`)}</StatusChip>}>
      {!login.active && <Banner tone="warning">{t("notActive", { name })}</Banner>}
      {!allowed && <Banner tone="warning">{t("removedHelp", { name })}</Banner>}
      {login.sharedWith > 0 && (
        <Banner tone="warning" action={<TextLink href={paths.staff.admin.duplicates}>{t("duplicates")}</TextLink>}>
          {t("shared", { count: login.sharedWith })}
        </Banner>
      )}
      <DefinitionList
        stacked
        items={[
          { term: t("username"), value: username },
          {
            term: t("password"),
            value: login.temporaryUntil
              ? t("passwordTemporary", { when: login.temporaryUntil })
              : login.hasPassword
                ? t("passwordChosen", { name })
                : t("passwordNone"),
          },
          { term: t("lastSignIn"), value: login.lastSignIn ?? t("never") },
        ]}
      />
      {actions && (
        <div className="mt-4 grid gap-3">
          <div className="flex flex-wrap gap-2">
            <UsernameForm contactId={contactId} username={username} action={actions.setUsername} />
            {login.active && (
              <TemporaryPasswordForm contactId={contactId} name={name} action={actions.giveTemporaryPassword} />
            )}
            {allowed && login.hasLogin && (
              <ConfirmDialog
                title={t("removeTitle", { name })}
                trigger={<Button size="sm">{t(username ? "removeUsername" : "remove")}</Button>}
                action={actions.remove}
                confirmLabel={t(username ? "removeUsername" : "remove")}
              >
                {t("removeBody", { name })}
                {which}
              </ConfirmDialog>
            )}
            {!allowed && (
              <Form action={actions.allow} className="flex">
                {which}
                <SubmitButton size="sm" variant="secondary">
                  {t("allow")}
                </SubmitButton>
              </Form>
            )}
          </div>
          <Form action={actions.sendWelcome} className="grid justify-items-start gap-1.5">
            {which}
            <SubmitButton size="sm" variant="secondary" isDisabled={login.welcomeBlocker !== null}>
              {t("welcome")}
            </SubmitButton>
            <p className="text-muted text-sm">
              {login.welcomeBlocker ? t(`blockers.${login.welcomeBlocker}`, { name }) : t("welcomeHelp")}
            </p>
          </Form>
        </div>
      )}
    </Card>
  );
}
