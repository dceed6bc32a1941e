import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StatusChip } from "@/components/ui/status-chip";
import type { ImportRowView } from "@/lib/features/imports/results/schema";
import type { ImportKind } from "@/lib/features/imports/schema";
import { paths } from "@/lib/paths";
import { formatDate, formatList } from "@/lib/values/format";
import { ImportReasons } from "./import-reasons";

type ImportRowsTableProps = {
  rows: readonly ImportRowView[];
  kind: ImportKind;
  /** Whether the rows were applied: "Created" instead of "Will be created". */
  applied: boolean;
  terms: Record<string, string>;
};

const TONES = { create: "success", update: "accent", unchanged: "neutral", refused: "danger" } as const;
const ROWS_SHOWN = 4;

/** What becomes of each row of the file, or became of it. */
export function ImportRowsTable({ rows, kind, applied, terms }: ImportRowsTableProps) {
  const t = useTranslations("imports.rows");
  const outcomeOf = ({ outcome, undo }: ImportRowView) =>
    undo === "undone" ? (
      <StatusChip tone="warning">{t("outcome.undone")}</StatusChip>
    ) : (
      <StatusChip tone={TONES[outcome]}>{t(`${applied ? "outcome" : "planned"}.${outcome}`)}</StatusChip>
    );
  const detail: Column<ImportRowView> =
    kind === "clients"
      ? { key: "contacts", header: t("contacts"), cell: ({ contacts }) => formatList(contacts, "en") }
      : { key: "session", header: t("session", terms), cell: ({ session }) => session && sessionLine(session) };
  const columns: Column<ImportRowView>[] = [
    {
      key: "client",
      header: t("client", terms),
      primary: true,
      cell: ({ client, made, rows: [first] }) =>
        client ? numberedName(client) : (made ?? t("row", { row: first ?? 0 })),
    },
    { key: "rows", header: t("rows"), cell: (row) => rowNumbers(row.rows), align: "end" },
    { key: "outcome", header: t("result"), cell: outcomeOf },
    detail,
    {
      key: "reasons",
      header: t("reasons"),
      cell: ({ reasons, undo }) => <ImportReasons reasons={reasons} undo={undo} />,
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ client }) => (client?.id ? paths.staff.client(client.id) : "")}
    />
  );
}

function numberedName({ name, number }: NonNullable<ImportRowView["client"]>): string {
  return number ? `${name} (${number})` : name;
}

function sessionLine({ date, practitioner, type }: NonNullable<ImportRowView["session"]>): string {
  return [formatDate(date, "en"), practitioner, type].filter(Boolean).join(" · ");
}

function rowNumbers(rows: readonly number[]): string {
  const shown = rows.slice(0, ROWS_SHOWN).join(", ");
  return rows.length > ROWS_SHOWN ? `${shown}, …` : shown;
}
