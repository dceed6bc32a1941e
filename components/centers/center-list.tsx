import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { CompletenessBadge } from "@/components/practitioners/completeness-badge";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { missingDetails } from "@/lib/features/centers/rules";
import type { CenterRecord } from "@/lib/features/centers/schema";
import { addressLine } from "@/lib/features/clients/record/rules";
import { paths } from "@/lib/paths";
import { formatNumber } from "@/lib/values/format";
import { displayPhone } from "@/lib/values/phone";

type CenterListProps = { rows: readonly CenterRecord[]; values: Record<string, string>; mayEdit: boolean };

/** The centers, and whether letters can name them in full. */
export function CenterList({ rows, values, mayEdit }: CenterListProps) {
  const t = useTranslations("practitioners.centers");
  const columns: Column<CenterRecord>[] = [
    {
      key: "name",
      header: t("name"),
      primary: true,
      cell: (row) => (
        <>
          {row.name} {row.archived && <Badge>{t("archived")}</Badge>}
        </>
      ),
    },
    {
      key: "place",
      header: t("place"),
      cell: (row) => <span className="whitespace-pre-line">{addressLine(row) ?? "—"}</span>,
    },
    {
      key: "contact",
      header: t("contact"),
      cell: (row) => (
        <span className="[overflow-wrap:anywhere]">
          {[row.phone && displayPhone(row.phone), row.email].filter(Boolean).join(" · ") || "—"}
        </span>
      ),
    },
    { key: "timeZone", header: t("timeZone"), cell: (row) => row.timeZone },
    { key: "complete", header: t("complete"), cell: (row) => <CompletenessBadge missing={missingDetails(row)} /> },
    {
      key: "clients",
      header: t("clients", values),
      align: "end",
      cell: (row) => formatNumber(row.clientCount, "en"),
    },
  ];
  const add = mayEdit && (
    <LinkButton variant="primary" href={paths.staff.admin.newCenter} icon={<Plus aria-hidden />}>
      {t("new", values)}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={values.centers ?? ""} actions={add} />
      <Card padded={false}>
        {rows.length === 0 ? (
          <EmptyState title={t("emptyTitle", values)} body={t("emptyBody", values)} action={add} />
        ) : (
          <DataTable
            caption={values.centers ?? ""}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            rowHref={mayEdit ? (row) => paths.staff.admin.center(row.id) : undefined}
          />
        )}
      </Card>
    </>
  );
}
