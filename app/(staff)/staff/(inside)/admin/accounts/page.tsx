import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountList } from "@/components/accounts/account-list";
import { accountItem } from "@/lib/features/accounts/team/copy";
import { listAccounts } from "@/lib/features/accounts/team/queries";
import { accountSearch } from "@/lib/features/accounts/team/schema";
import { listCenters } from "@/lib/features/centers/queries";
import { termValues } from "@/lib/features/clients/copy";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("title") };
}

export default async function AccountsPage({ searchParams }: PageProps<"/staff/admin/accounts">) {
  const actor = await admit("accounts.manage");
  const search = accountSearch.parse(await searchParams);
  const [accounts, centers, { timeZone }, terms] = await Promise.all([
    listAccounts(actor, search),
    listCenters(actor),
    findSetting("organization"),
    findSetting("terminology"),
  ]);
  const context = { now: now(), zone: timeZone, locale: "en" } as const;
  return (
    <AccountList
      accounts={accounts.map((account) => accountItem(account, context))}
      filter={{ search, centers, values: termValues(terms) }}
    />
  );
}
