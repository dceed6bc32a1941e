import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { ChangeRow } from "@/lib/features/stream/changes/copy";

type ClientHistoryCardProps = { name: string; rows: readonly ChangeRow[]; older: string | null };

/** Who changed which field of a client, from what to what, the newest first. */
export function ClientHistoryCard({ name, rows, older }: ClientHistoryCardProps) {
  const t = useTranslations("clients.history");
  const columns = [
    { key: "field", header: t("field"), primary: true, cell: (row: ChangeRow) => row.field },
    { key: "from", header: t("old"), cell: (row: ChangeRow) => row.from },
    { key: "to", header: t("new"), cell: (row: ChangeRow) => row.to },
    { key: "who", header: t("who"), cell: (row: ChangeRow) => row.who },
    { key: "when", header: t("when"), cell: (row: ChangeRow) => row.when },
  ];
  return (
    <Card title={t("title")} padded={false}>
      {rows.length === 0 ? (
        <EmptyState title={t("emptyTitle")} body={t("emptyBody")} />
      ) : (
        <DataTable caption={t("caption", { name })} columns={columns} rows={rows} rowKey={(row) => row.id} />
      )}
      {older && (
        <p className="border-border border-t p-3">
          <LinkButton size="sm" href={`?before=${encodeURIComponent(older)}`}>
            {t("older")}
          </LinkButton>
        </p>
      )}
    </Card>
  );
}
