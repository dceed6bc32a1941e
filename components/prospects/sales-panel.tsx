import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import { addressWith } from "@/lib/features/filters/lists/rules";
import type { FilterTree } from "@/lib/features/filters/schema";
import type { MonthOfProspects, SalesCount, SalesFigures } from "@/lib/features/prospects/sales/schema";
import type { ProspectChoice } from "@/lib/features/prospects/schema";
import { paths } from "@/lib/paths";
import { formatDate, formatNumber, formatPercent } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import { type Bar, BarTable } from "./bar-table";
import { ProspectTabs } from "./prospect-tabs";

type SalesPanelProps = {
  figures: SalesFigures;
  /** What tells the counted ones from the others that the list shows. */
  only: FilterTree | null;
  values: Record<string, string>;
};

type ListOf = (choice: ProspectChoice) => string;

/** The pipeline in figures; every figure leads to exactly those it counts. */
export function SalesPanel({ figures, only, values }: SalesPanelProps) {
  const t = useTranslations("prospects.sales");
  const f = useTranslations("prospects.filters");
  const locale = useLocale() as Locale;
  const { stages, sources, owners, ages, months } = figures;
  const filter = only ? encodeFilter(only) : undefined;
  const listOf: ListOf = (choice) => addressWith(paths.staff.prospects, { filter }, choice);
  const chart = (name: "stage" | "source" | "owner" | "age", counts: SalesCount[], choice: ProspectChoice = {}) => {
    const label = ({ key, label: found }: SalesCount) =>
      name === "age" ? f(`ages.${key}`) : (found ?? f(name === "owner" ? "noOwner" : "noSource"));
    const bars = counts.map((count): Bar => {
      const href = listOf({ ...choice, [name]: count.key });
      const shown = formatNumber(count.count, locale);
      return { key: count.key, label: label(count), href, value: count.count, shown };
    });
    return (
      <Chart title={t(name)}>
        {bars.length > 0 && (
          <BarTable caption={t(name)} heads={{ label: f(name), value: values.prospects ?? "" }} bars={bars} />
        )}
      </Chart>
    );
  };
  return (
    <>
      <PageHeader title={values.prospects ?? ""} facts={[t("fact"), ...(only ? [t("ownOnly", values)] : [])]} />
      <ProspectTabs current="sales" sales />
      <div className="mb-4 grid gap-3 sm:grid-cols-3">
        <Stat label={t("open")} value={formatNumber(figures.open, locale)} href={listOf({ outcome: "OPEN" })} />
        <Stat
          label={t("withoutNextStep")}
          value={formatNumber(figures.withoutNextStep, locale)}
          href={listOf({ outcome: "OPEN", next: "none" })}
        />
        <Stat
          label={t("overdue")}
          value={formatNumber(figures.overdue, locale)}
          href={listOf({ outcome: "OPEN", next: "overdue" })}
        />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {chart("stage", stages)}
        {chart("source", sources, { outcome: "OPEN" })}
        {chart("owner", owners, { outcome: "OPEN" })}
        {chart("age", ages, { outcome: "OPEN" })}
        <div className="lg:col-span-2">
          <Months months={months} listOf={listOf} />
        </div>
      </div>
    </>
  );
}

function Chart({ title, children }: { title: string; children: ReactNode }) {
  const t = useTranslations("prospects.sales");
  return <Card title={title}>{children || <p className="text-muted text-sm">{t("nothing")}</p>}</Card>;
}

/** Of those that came in during a month, how many are converted today. */
function Months({ months, listOf }: { months: readonly MonthOfProspects[]; listOf: ListOf }) {
  const t = useTranslations("prospects.sales");
  const locale = useLocale() as Locale;
  const bars = months.map(({ month, created, converted }): Bar => {
    const share = created === 0 ? 0 : converted / created;
    return {
      key: month,
      label: formatDate(`${month}-01`, locale, { style: "month" }),
      href: listOf({ created: month, converted: "yes" }),
      value: share,
      shown: created === 0 ? "—" : t("rate", { share: formatPercent(share, locale), converted, created }),
    };
  });
  return (
    <Chart title={t("months")}>
      <p className="mb-2 text-muted text-sm">{t("monthsHelp")}</p>
      <BarTable caption={t("months")} heads={{ label: t("month"), value: t("months") }} bars={bars} most={1} />
    </Chart>
  );
}
