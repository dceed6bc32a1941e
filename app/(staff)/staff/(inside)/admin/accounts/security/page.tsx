import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountTabs } from "@/components/accounts/account-tabs";
import { SecurityTable } from "@/components/accounts/security-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { unlockAccountAction } from "@/lib/features/accounts/security/actions";
import { listWatchedAccounts } from "@/lib/features/accounts/security/queries";
import { sendAccountWelcomeAction } from "@/lib/features/accounts/team/actions";
import { accountItem } from "@/lib/features/accounts/team/copy";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("security.title") };
}

export default async function AccountSecurityPage() {
  const actor = await admit("accounts.manage");
  const [accounts, { timeZone }, t] = await Promise.all([
    listWatchedAccounts(actor),
    findSetting("organization"),
    getTranslations("accounts.security"),
  ]);
  const context = { now: now(), zone: timeZone, locale: "en" } as const;
  const rows = accounts.map((account) => accountItem(account, context));
  const actions = { unlock: unlockAccountAction, welcome: sendAccountWelcomeAction };
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <AccountTabs current="security" />
      <Card padded={false}>
        {rows.length > 0 ? (
          <SecurityTable accounts={rows} actions={actions} />
        ) : (
          <EmptyState title={t("calm")} body={t("calmBody")} />
        )}
      </Card>
    </>
  );
}
