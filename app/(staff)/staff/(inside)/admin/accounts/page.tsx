import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountTable } from "@/components/accounts/account-table";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { accountItem } from "@/lib/features/accounts/team/copy";
import { listAccounts } from "@/lib/features/accounts/team/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("title") };
}

export default async function AccountsPage() {
  const actor = await admit("accounts.manage");
  const [accounts, { timeZone }, t] = await Promise.all([
    listAccounts(actor),
    findSetting("organization"),
    getTranslations("accounts"),
  ]);
  const context = { now: now(), zone: timeZone, locale: "en" } as const;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        facts={[t("count", { count: accounts.length })]}
        actions={
          <LinkButton href={paths.staff.admin.newAccount} variant="primary" icon={<Plus aria-hidden />}>
            {t("new")}
          </LinkButton>
        }
      />
      <Card padded={false}>
        <AccountTable accounts={accounts.map((account) => accountItem(account, context))} />
      </Card>
    </>
  );
}
