import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { RESTORABLE } from "@/lib/features/clients/restoring/schema";
import type { ChangeRow } from "@/lib/features/stream/changes/copy";
import type { ServerAction } from "@/lib/platform/action-state";
import { RestoreValueForm } from "./restore-value-form";

type ClientHistoryCardProps = {
  client: { id: string; version: number; name: string };
  rows: readonly ChangeRow[];
  older: string | null;
  /** Puts an old value back; null for who may not edit. */
  restore: ServerAction | null;
};

const CAN_BE_RESTORED = new Set<string>(RESTORABLE);

/** Who changed which field of a client, from what to what, the newest first. */
export function ClientHistoryCard({ client, rows, older, restore }: ClientHistoryCardProps) {
  const t = useTranslations("clients.history");
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
  if (restore)
    columns.push({
      key: "restore",
      header: t("restore"),
      cell: (row) =>
        CAN_BE_RESTORED.has(row.key) && <RestoreValueForm client={client} change={change(row)} restore={restore} />,
    });
  return (
    <Card title={t("title")} padded={false}>
      {rows.length === 0 ? (
        <EmptyState title={t("emptyTitle")} body={t("emptyBody")} />
      ) : (
        <DataTable
          caption={t("caption", { name: client.name })}
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
