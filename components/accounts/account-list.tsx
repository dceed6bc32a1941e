import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";
import { AccountFilter } from "./account-filter";
import { type AccountItem, AccountTable } from "./account-table";
import { AccountTabs } from "./account-tabs";

type AccountListProps = { accounts: readonly AccountItem[]; filter: ComponentProps<typeof AccountFilter> };

/** Who works in the back office, narrowed by role, center and state. */
export function AccountList({ accounts, filter }: AccountListProps) {
  const t = useTranslations("accounts");
  const add = (
    <LinkButton href={paths.staff.admin.newAccount} variant="primary" icon={<Plus aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  const facts = [t("count", { count: accounts.length })];
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} facts={facts} actions={add} />
      <AccountTabs current="accounts" />
      <AccountFilter {...filter} />
      <Card padded={false}>
        {accounts.length > 0 ? (
          <AccountTable accounts={accounts} />
        ) : (
          <EmptyState kind="filtered" title={t("filter.nobody")} body={t("filter.nobodyBody")} />
        )}
      </Card>
    </>
  );
}
