import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import type { ClientReason } from "@/lib/features/clients/duplicates/schema";
import type { Reason } from "@/lib/features/contacts/duplicates/schema";
import type { MergedKind } from "@/lib/features/merges/schema";
import { paths } from "@/lib/paths";

const OF_CONTACTS: readonly Reason[] = ["email", "blocked", "phone", "name", "address"];
const OF_CLIENTS: readonly ClientReason[] = ["address", "phone", "website", "email"];

type DuplicateTabsProps = { kind?: MergedKind; current: Reason | ClientReason | "apart"; clients: string };

/** The reports by reason, the way to those of the other kind, and what was told apart. */
export function DuplicateTabs({ kind = "contact", current, clients }: DuplicateTabsProps) {
  const t = useTranslations("duplicates");
  const base = kind === "client" ? paths.staff.admin.duplicateClients : paths.staff.admin.duplicates;
  const hrefOf = (reason: string) => `${base}?reason=${reason}`;
  const reports =
    kind === "client"
      ? OF_CLIENTS.map((reason) => ({ href: hrefOf(reason), label: t(`clientReasons.${reason}`) }))
      : OF_CONTACTS.map((reason) => ({ href: hrefOf(reason), label: t(`reasons.${reason}`) }));
  const other =
    kind === "client"
      ? { href: paths.staff.admin.duplicates, label: t("contacts") }
      : { href: paths.staff.admin.duplicateClients, label: clients };
  return (
    <Tabs
      label={t("tabs")}
      current={current === "apart" ? paths.staff.admin.toldApart : hrefOf(current)}
      items={[...reports, other, { href: paths.staff.admin.toldApart, label: t("apart.title") }]}
    />
  );
}
