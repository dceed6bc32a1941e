import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import type { TemplateRow } from "@/lib/features/templates/queries";
import { paths } from "@/lib/paths";

/** The templates for one kind of record. */
export function TemplateTable({ caption, rows }: { caption: string; rows: readonly TemplateRow[] }) {
  const t = useTranslations("templates");
  if (rows.length === 0)
    return (
      <Card>
        <p className="font-medium">{t("emptyTitle")}</p>
        <p className="text-muted">{t("emptyBody")}</p>
      </Card>
    );
  return (
    <Card padded={false}>
      <DataTable
        caption={caption}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => paths.staff.admin.emailTemplate(row.id)}
        columns={[
          {
            key: "name",
            header: t("columnName"),
            primary: true,
            cell: (row) => (
              <>
                {row.name} {row.archived && <Badge>{t("archivedBadge")}</Badge>}
              </>
            ),
          },
          { key: "subject", header: t("columnSubject"), cell: (row) => row.subject },
          { key: "language", header: t("columnLanguage"), cell: (row) => t(`language.${row.language as "en"}`) },
        ]}
      />
    </Card>
  );
}
