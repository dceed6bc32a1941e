import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import type { Reason } from "@/lib/features/contacts/duplicates/schema";
import { paths } from "@/lib/paths";

const REPORTS: readonly Reason[] = ["email", "blocked", "phone", "name", "address"];

/** The reports by reason, and those who were told apart. */
export function DuplicateTabs({ current }: { current: Reason | "apart" }) {
  const t = useTranslations("duplicates");
  const hrefOf = (reason: Reason) => `${paths.staff.admin.duplicates}?reason=${reason}`;
  return (
    <Tabs
      label={t("tabs")}
      current={current === "apart" ? paths.staff.admin.toldApart : hrefOf(current)}
      items={[
        ...REPORTS.map((reason) => ({ href: hrefOf(reason), label: t(`reasons.${reason}`) })),
        { href: paths.staff.admin.toldApart, label: t("apart.title") },
      ]}
    />
  );
}
