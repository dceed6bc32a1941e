import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AccountTabs } from "@/components/portal/account-tabs";
import { ChangePasswordForm } from "@/components/sign-in/change-password-form";
import { type SignInItem, SignInList } from "@/components/sign-in/sign-in-list";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { ServerAction } from "@/lib/platform/action-state";

type PortalAccountProps = {
  name: string;
  login: { username: string | null; email: string | null };
  password: ServerAction;
  signIns: readonly SignInItem[];
  calendar: ReactNode;
  signInActions: { end: ServerAction; everywhere: ServerAction };
};

/** A contact's own way in: what they sign in with, the password, and where they are signed in. */
export function PortalAccount({ name, login, password, signIns, calendar, signInActions }: PortalAccountProps) {
  const t = useTranslations("sign-in");
  const words = useTranslations("calendar.link");
  const names = [
    { term: t("account.email"), value: login.email },
    ...(login.username ? [{ term: t("account.username"), value: login.username }] : []),
  ];
  return (
    <>
      <PageHeader title={t("account.title")} facts={[name]} />
      <AccountTabs />
      <div className="mb-8">
        <DefinitionList items={names} />
      </div>
      <Section title={t("password.title")}>
        <ChangePasswordForm action={password} />
      </Section>
      <Section title={words("title")} description={words("help")}>
        {calendar}
      </Section>
      <Section title={t("account.signIns")} description={t("account.signInsHelp")}>
        <SignInList items={signIns} end={signInActions.end} everywhere={signInActions.everywhere} />
      </Section>
    </>
  );
}
