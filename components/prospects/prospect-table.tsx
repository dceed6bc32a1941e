import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { nextStepItem } from "@/lib/features/prospects/copy";
import type { ProspectRow } from "@/lib/features/prospects/schema";
import { paths } from "@/lib/paths";
import type { LocalDate } from "@/lib/values/date";
import { formatDay } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import { displayPhone } from "@/lib/values/phone";
import { NextStep } from "./next-step";
import { ProspectStageChip } from "./prospect-stage-chip";

type Sort = NonNullable<Column<ProspectRow>["sort"]>;
type ProspectTableProps = {
  rows: readonly ProspectRow[];
  day: { today: LocalDate; zone: string; values: Record<string, string> };
  sorts: { name: Sort; createdAt: Sort };
};

/** Prospects, a row each. */
export function ProspectTable({ rows, day, sorts }: ProspectTableProps) {
  const t = useTranslations("prospects.columns");
  const locale = useLocale() as Locale;
  const { today, zone, values } = day;
  const columns: Column<ProspectRow>[] = [
    {
      key: "name",
      header: t("name"),
      primary: true,
      sort: sorts.name,
      cell: (row) => (row.department ? `${row.name}, ${row.department}` : row.name),
    },
    { key: "stage", header: t("stage"), cell: (row) => <ProspectStageChip name={row.stage} outcome={row.outcome} /> },
    {
      key: "reach",
      header: t("reach"),
      cell: (row) => (
        <span className="block truncate sm:max-w-40" title={row.email ?? undefined}>
          {row.email ?? (row.phone ? displayPhone(row.phone) : "—")}
        </span>
      ),
    },
    {
      key: "next",
      header: t("next"),
      cell: (row) => <NextStep item={nextStepItem(row, { today, locale })} />,
    },
    {
      key: "owner",
      header: t("owner"),
      cell: (row) => <span className="sm:whitespace-nowrap">{row.owner ?? "—"}</span>,
    },
    { key: "source", header: t("source"), hideOnPhone: true, cell: (row) => row.source ?? "—" },
    {
      key: "center",
      header: t("center", values),
      hideOnPhone: true,
      cell: (row) => <span className="block truncate sm:max-w-28">{row.center ?? "—"}</span>,
    },
    {
      key: "created",
      header: t("created"),
      sort: sorts.createdAt,
      cell: (row) => <span className="whitespace-nowrap">{formatDay(row.createdAt, { locale, zone })}</span>,
    },
  ];
  return (
    <DataTable
      caption={values.prospects ?? ""}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.staff.prospect(row.id)}
    />
  );
}
