import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { ContactRow } from "@/lib/features/contacts/record/schema";
import { paths } from "@/lib/paths";
import { displayPhone } from "@/lib/values/phone";

type ContactTableProps = { rows: readonly ContactRow[]; values: Record<string, string> };

/** Contacts, a row each, with the clients they belong to. */
export function ContactTable({ rows, values }: ContactTableProps) {
  const t = useTranslations("contacts");
  const columns: Column<ContactRow>[] = [
    {
      key: "name",
      header: t("columns.name"),
      primary: true,
      cell: (row) => row.name,
    },
    {
      key: "email",
      header: t("columns.email"),
      cell: (row) => (
        <span className="[overflow-wrap:anywhere]">
          {row.email ?? "—"} {row.doNotMail && <Badge tone="warning">{t("doNotMail")}</Badge>}
        </span>
      ),
    },
    {
      key: "phone",
      header: t("columns.phone"),
      cell: (row) => <span className="whitespace-nowrap">{row.phone ? displayPhone(row.phone) : "—"}</span>,
    },
    {
      key: "clients",
      header: t("columns.clients", values),
      cell: (row) => {
        const more = row.clientCount - row.clients.length;
        const names = row.clients.map(({ name, title }) => (title ? `${name} (${title})` : name)).join(", ");
        return (
          <span className="line-clamp-2 break-words">
            {names || "—"} {more > 0 && t("columns.more", { count: more })}
          </span>
        );
      },
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.staff.contact(row.id)}
    />
  );
}
