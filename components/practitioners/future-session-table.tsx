import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import type { FutureSessionItem } from "@/lib/features/scheduling/future/copy";
import { paths } from "@/lib/paths";

type FutureSessionTableProps = { rows: readonly FutureSessionItem[]; caption: string; values: Record<string, string> };

/** Sessions to come, the next one first. */
export function FutureSessionTable({ rows, caption, values }: FutureSessionTableProps) {
  const t = useTranslations("practitioners.sessions");
  const columns: Column<FutureSessionItem>[] = [
    { key: "when", header: t("when"), cell: ({ when }) => when, primary: true },
    { key: "type", header: t("type"), cell: ({ type }) => type },
    {
      key: "clients",
      header: t("clients", values),
      cell: ({ clients }) => (
        <span className="flex flex-wrap gap-x-3">
          {clients.map(({ id, name }) => (
            <TextLink key={id} href={paths.staff.clientSessions(id)}>
              {name}
            </TextLink>
          ))}
        </span>
      ),
    },
    { key: "status", header: t("status"), cell: ({ status }) => t(status) },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
