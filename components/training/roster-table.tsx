import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import type { RosterRow } from "@/lib/features/training/registrations/schema";
import { paths } from "@/lib/paths";
import { formatDateTime } from "@/lib/values/format";
import { displayPhone } from "@/lib/values/phone";
import { RosterRowActions } from "./roster-row-actions";

type RosterTableProps = { title: string; rows: RosterRow[]; timeZone: string; numbered?: boolean };

/** The people of one kind at an event: who has a place, who waits in order, who cancelled. */
export function RosterTable({ title, rows, timeZone, numbered = false }: RosterTableProps) {
  const t = useTranslations("training.staff");
  const client = ({ client: of }: RosterRow) =>
    of ? <TextLink href={paths.staff.client(of.id)}>{of.name}</TextLink> : t("guest");
  const number = (row: RosterRow) => rows.indexOf(row) + 1;
  const phone = (row: RosterRow) => (
    <span className="whitespace-nowrap">{row.phone ? displayPhone(row.phone) : "—"}</span>
  );
  const registered = (row: RosterRow) =>
    formatDateTime(row.registeredAt, { locale: "en", zone: timeZone, showZone: true });
  return (
    <Card title={`${title} (${rows.length})`} padded={false}>
      {rows.length === 0 ? (
        <p className="p-4 text-muted">{t("nobody")}</p>
      ) : (
        <DataTable
          caption={title}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            ...(numbered ? [{ key: "place", header: t("place"), cell: number, align: "end" as const }] : []),
            { key: "name", header: t("person"), cell: (row) => row.name, primary: true },
            { key: "client", header: t("client"), cell: client },
            { key: "email", header: t("email"), cell: (row) => row.email },
            { key: "phone", header: t("phone"), cell: phone },
            { key: "registered", header: t("registeredAt"), cell: registered, hideOnPhone: true },
            {
              key: "actions",
              header: t("actions"),
              cell: (row) => (row.status === "CANCELLED" ? null : <RosterRowActions row={row} />),
              align: "end",
            },
          ]}
        />
      )}
    </Card>
  );
}
