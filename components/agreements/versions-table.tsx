import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { VersionRow } from "@/lib/features/agreements/versions/schema";
import { formatDateTime, formatNumber } from "@/lib/values/format";

type VersionsTableProps = {
  /** Of one place, the newest first. */
  versions: VersionRow[];
  timeZone: string;
  /** The address at which a version is laid beside the one before it. */
  compareAt: (number: number) => string;
};

/** Every published version with how often it was signed. */
export function VersionsTable({ versions, timeZone, compareAt }: VersionsTableProps) {
  const t = useTranslations("agreements.admin");
  if (versions.length === 0) return <EmptyState title={t("none")} body={t("noneBody")} />;
  const first = versions.at(-1);
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
          key: "change",
          header: t("change"),
          cell: (row) =>
            row === first ? (
              t("firstVersion")
            ) : (
              <>
                {t(row.asksAgain ? "changes.material" : "changes.wording")}{" "}
                <TextLink href={compareAt(row.number)}>
                  {t("compare")}
                  <span className="sr-only"> {t("compareOne", { number: row.number })}</span>
                </TextLink>
              </>
            ),
        },
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
