import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { OperationRowView } from "@/lib/platform/operation/queries";

/** What came of each record, and of taking it back. */
export function OperationRowsTable({ rows }: { rows: readonly OperationRowView[] }) {
  const t = useTranslations("operations");
  const left = (undo: string) => {
    const [why = "", table = ""] = undo.split(":");
    if (undo === "undone") return t("outcome.undone");
    return t.has(`left.${why}`)
      ? t(`left.${why}`, { what: t.has(`tables.${table}`) ? t(`tables.${table}`) : table })
      : why;
  };
  const reason = ({ code }: { code: string }) => (t.has(`reasons.${code}`) ? [t(`reasons.${code}`)] : []);
  const columns: Column<OperationRowView>[] = [
    { key: "position", header: t("rows.row"), cell: ({ position }) => position, primary: true },
    {
      key: "subject",
      header: t("rows.record"),
      cell: ({ source, subjectKind }) =>
        nameIn(source) ??
        (subjectKind && t.has(`subjects.${subjectKind}`) ? t(`subjects.${subjectKind}`) : subjectKind),
    },
    {
      key: "outcome",
      header: t("rows.result"),
      cell: ({ outcome, reasons }) => [t(`outcome.${outcome}`), ...reasons.flatMap(reason)].join(": "),
    },
    { key: "undo", header: t("rows.undo"), cell: ({ undo }) => undo && left(undo) },
  ];
  return <DataTable caption={t("rows.title")} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

/** What a row calls its record, where it says so; for people of one address with the address. */
function nameIn(source: unknown): string | null {
  const { name, address } = (source ?? {}) as { name?: unknown; address?: unknown };
  if (typeof name !== "string") return null;
  return typeof address === "string" ? `${name} (${address})` : name;
}
