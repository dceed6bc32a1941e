import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StatusChip } from "@/components/ui/status-chip";
import { missingDetails } from "@/lib/features/practitioners/rules";
import type { PractitionerRow } from "@/lib/features/practitioners/schema";
import { paths } from "@/lib/paths";
import { formatNumber } from "@/lib/values/format";
import { displayPhone } from "@/lib/values/phone";
import { CompletenessBadge } from "./completeness-badge";

type PractitionerTableProps = { rows: readonly PractitionerRow[]; values: Record<string, string> };

/** Practitioners, a row each. */
export function PractitionerTable({ rows, values }: PractitionerTableProps) {
  const t = useTranslations("practitioners");
  const columns: Column<PractitionerRow>[] = [
    {
      key: "name",
      header: t("columns.name"),
      primary: true,
      cell: (row) => (
        <>
          {row.name}
          {row.title && <span className="block font-normal text-muted text-sm">{row.title}</span>}
        </>
      ),
    },
    {
      key: "email",
      header: t("columns.email"),
      cell: (row) => (
        <span className="block sm:max-w-64 sm:truncate" title={row.email ?? undefined}>
          {row.email ?? "—"}
        </span>
      ),
    },
    {
      key: "phone",
      header: t("columns.phone"),
      cell: (row) => <span className="whitespace-nowrap">{row.phone ? displayPhone(row.phone) : "—"}</span>,
    },
    { key: "center", header: t("columns.center", values), cell: (row) => row.center ?? "—" },
    {
      key: "status",
      header: t("columns.status"),
      cell: (row) => (
        <StatusChip tone={row.status === "ACTIVE" ? "success" : "neutral"}>{t(`statuses.${row.status}`)}</StatusChip>
      ),
    },
    {
      key: "complete",
      header: t("columns.complete"),
      cell: (row) => <CompletenessBadge missing={missingDetails(row)} />,
    },
    {
      key: "clients",
      header: t("columns.clients", values),
      align: "end",
      cell: (row) => formatNumber(row.clientCount, "en"),
    },
  ];
  return (
    <DataTable
      caption={values.practitioners ?? ""}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.staff.practitioner(row.id)}
    />
  );
}
