import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";

type ClientTabsProps = {
  clients: readonly { id: string; name: string }[];
  current: string;
  hrefOf: (clientId: string) => string;
};

/** Switches between the clients a contact belongs to; with one there is nothing to switch. */
export function ClientTabs({ clients, current, hrefOf }: ClientTabsProps) {
  const t = useTranslations("portal");
  if (clients.length < 2) return null;
  const items = clients.map(({ id, name }) => ({ href: hrefOf(id), label: name }));
  return <Tabs label={t("clients.choose")} current={hrefOf(current)} items={items} />;
}
