import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import { paths } from "@/lib/paths";

/** What lies under the own name: the account itself and the availability. */
export function AccountTabs() {
  const t = useTranslations("portal");
  return (
    <Tabs
      label={t("account.tabs")}
      items={[
        { href: paths.portal.account, label: t("account.account") },
        { href: paths.portal.availability, label: t("account.availability") },
      ]}
    />
  );
}
