import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import type { AuditLine } from "@/lib/features/audit/copy";
import type { AuditFilter } from "@/lib/features/audit/schema";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { paths } from "@/lib/paths";

type AuditTableProps = { lines: readonly AuditLine[]; filter: AuditFilter };

/** One entry a row: the sentence, and field by field what became of what. */
export function AuditTable({ lines, filter }: AuditTableProps) {
  const t = useTranslations("audit");
  const columns: Column<AuditLine>[] = [
    { key: "what", header: t("columns.what"), primary: true, cell: (line) => <Happened line={line} /> },
    { key: "who", header: t("columns.who"), narrow: true, cell: ({ who }) => who },
    {
      key: "record",
      header: t("columns.record"),
      cell: ({ record }) =>
        record ? (
          <span className="flex max-w-56 flex-wrap gap-2">
            {record.href ? <TextLink href={record.href}>{record.name}</TextLink> : record.name}
            {record.id !== filter.record && (
              <small>
                <TextLink href={addressWith(paths.staff.admin.audit, filter, { record: record.id })}>
                  {t("onlyThis")}
                </TextLink>
              </small>
            )}
          </span>
        ) : (
          "—"
        ),
    },
    { key: "from", header: t("columns.from"), cell: ({ from }) => from ?? "—" },
    { key: "when", header: t("columns.when"), align: "end", cell: ({ when }) => when },
  ];
  return <DataTable caption={t("caption")} columns={columns} rows={lines} rowKey={({ id }) => id} />;
}

function Happened({ line: { sentence, kind, changes } }: { line: AuditLine }) {
  return (
    <>
      <span className="block" title={kind}>
        {sentence}
      </span>
      {changes.map(({ label, from, to }) => (
        <span key={label} className="block font-normal text-muted text-sm">
          {label}: <del>{from}</del> → <ins className="no-underline">{to}</ins>
        </span>
      ))}
    </>
  );
}
