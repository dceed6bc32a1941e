import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { VersionRow } from "@/lib/features/agreements/versions/schema";
import { formatDateTime, formatNumber } from "@/lib/values/format";

/** Every published version with how often it was signed. */
export function VersionsTable({ versions, timeZone }: { versions: VersionRow[]; timeZone: string }) {
  const t = useTranslations("agreements.admin");
  if (versions.length === 0) return <EmptyState title={t("none")} body={t("noneBody")} />;
  const published = (row: VersionRow) =>
    formatDateTime(row.publishedAt, { locale: "en", zone: timeZone, showZone: true });
  return (
    <DataTable
      caption={t("history")}
      rows={versions}
      rowKey={(row) => String(row.number)}
      columns={[
        { key: "title", header: t("versionTitle"), cell: (row) => row.texts[0]?.title ?? "", primary: true },
        { key: "number", header: t("number"), cell: (row) => row.number, align: "end" },
        { key: "published", header: t("publishedAt"), cell: published },
        {
          key: "languages",
          header: t("languages"),
          cell: (row) => row.texts.map(({ language }) => language).join(", "),
        },
        {
          key: "signatures",
          header: t("signatures"),
          cell: (row) => formatNumber(row.signatures, "en"),
          align: "end",
        },
      ]}
    />
  );
}
