import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { paths } from "@/lib/paths";
import type { OperationView } from "@/lib/platform/operation/queries";
import { OperationStatusChip } from "./operation-status-chip";

/** An operation with its time in words. */
export type OperationItem = OperationView & { time: { text: string; exact: string; iso: string } };

const PAGES: Readonly<Record<string, (id: string) => string>> = {
  import: paths.staff.admin.importOf,
  "contact-merge": paths.staff.admin.merge,
  "client-merge": paths.staff.admin.merge,
  "bulk-update": paths.staff.admin.update,
  transfer: paths.staff.admin.update,
};

type OperationTableProps = { operations: readonly OperationItem[]; caption: string; withKind?: boolean };

const OUTCOMES = ["create", "update", "refused"] as const;
const BEFORE = new Set(["DRAFT", "PLANNING", "PLANNED"]);

/** Acts that changed many records, each with a page of its own. */
export function OperationTable({ operations, caption, withKind }: OperationTableProps) {
  const t = useTranslations("operations");
  const kindOf = (kind: string) => (t.has(`kinds.${kind}`) ? t(`kinds.${kind}`) : kind);
  const counts = ({ status, progress }: OperationItem) =>
    OUTCOMES.filter((outcome) => progress[outcome] > 0)
      .map((outcome) => t(`${BEFORE.has(status) ? "planned" : "outcomes"}.${outcome}`, { count: progress[outcome] }))
      .join(", ");
  const kind: Column<OperationItem> = { key: "kind", header: t("columns.kind"), cell: (row) => kindOf(row.kind) };
  const columns: Column<OperationItem>[] = [
    {
      key: "title",
      header: t("columns.title"),
      primary: true,
      cell: ({ title }) => <span className="break-words">{title}</span>,
    },
    ...(withKind ? [kind] : []),
    { key: "status", header: t("columns.status"), cell: ({ status }) => <OperationStatusChip status={status} /> },
    { key: "rows", header: t("columns.rows"), cell: counts },
    { key: "by", header: t("columns.by"), cell: ({ by }) => by ?? t("nobody") },
    { key: "when", header: t("columns.when"), cell: ({ time }) => <RelativeTime {...time} /> },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={operations}
      rowKey={({ id }) => id}
      rowHref={({ id, kind }) => (PAGES[kind] ?? paths.staff.admin.operation)(id)}
    />
  );
}
