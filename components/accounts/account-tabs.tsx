import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import { paths } from "@/lib/paths";

/** Accounts, the groups of rights, and what is to be looked at. */
export function AccountTabs({ current }: { current: "accounts" | "groups" | "security" }) {
  const t = useTranslations("accounts.tabs");
  const addresses = {
    accounts: paths.staff.admin.accounts,
    groups: paths.staff.admin.groups,
    security: paths.staff.admin.accountSecurity,
  };
  const items = (["accounts", "groups", "security"] as const).map((tab) => ({ href: addresses[tab], label: t(tab) }));
  return <Tabs label={t("label")} items={items} current={addresses[current]} />;
}
