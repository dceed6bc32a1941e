import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { ChangeRow } from "@/lib/features/stream/changes/copy";
import type { ServerAction } from "@/lib/platform/action-state";
import { RestoreValueForm } from "./restore-value-form";

type FieldHistoryCardProps = {
  /** `idField` is what forms call its id. */
  record: { idField: string; id: string; version: number; name: string };
  rows: readonly ChangeRow[];
  older: string | null;
  /** Puts an old value back, of these fields. */
  restore: { action: ServerAction; fields: readonly string[] };
};

/** Who changed which field of a record, from what to what, the newest first. */
export function FieldHistoryCard({ record, rows, older, restore }: FieldHistoryCardProps) {
  const t = useTranslations("field-history");
  const columns: Column<ChangeRow>[] = [
    { key: "field", header: t("field"), primary: true, cell: (row: ChangeRow) => row.field },
    { key: "from", header: t("old"), cell: (row: ChangeRow) => row.from },
    {
      key: "to",
      header: t("new"),
      cell: (row: ChangeRow) => (
        <>
          {row.to} {row.restored && <Badge>{t("wasRestored")}</Badge>}
        </>
      ),
    },
    { key: "who", header: t("who"), cell: (row: ChangeRow) => row.who },
    { key: "when", header: t("when"), cell: (row: ChangeRow) => row.when },
  ];
  const change = ({ entryId, key, field, from }: ChangeRow) => ({ entryId, field: key, label: field, from });
  columns.push({
    key: "restore",
    header: t("restore"),
    cell: (row) =>
      restore.fields.includes(row.key) && (
        <RestoreValueForm record={record} change={change(row)} restore={restore.action} />
      ),
  });
  return (
    <Card title={t("title")} padded={false}>
      {rows.length === 0 ? (
        <EmptyState title={t("emptyTitle")} body={t("emptyBody")} />
      ) : (
        <DataTable
          caption={t("caption", { name: record.name })}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
        />
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
