import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { choiceParameters } from "@/lib/features/prospects/rules";
import type { ProspectChoice } from "@/lib/features/prospects/schema";
import { paths } from "@/lib/paths";

type ProspectTabsProps = { choice?: ProspectChoice; current: "list" | "board" | "sales"; sales: boolean };

/** The ways to look at prospects; list and board keep what was chosen, and the figures are for whom may report. */
export function ProspectTabs({ choice = {}, current, sales }: ProspectTabsProps) {
  const t = useTranslations("prospects.tabs");
  const kept = choiceParameters(choice);
  const hrefs = {
    list: addressWith(paths.staff.prospects, kept, {}),
    board: addressWith(paths.staff.prospectBoard, kept, {}),
    sales: paths.staff.prospectSales,
  };
  const names = ["list", "board", ...(sales ? (["sales"] as const) : [])] as const;
  const items = names.map((name) => ({ href: hrefs[name], label: t(name) }));
  return <Tabs label={t("label")} items={items} current={hrefs[current]} />;
}
