import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { MailingStatus } from "@/lib/features/mailings/schema";
import { paths } from "@/lib/paths";
import { MailingStatusChip } from "./mailing-status-chip";

/** One mailing with its times already in words. */
export type MailingItem = {
  id: string;
  subject: string;
  status: MailingStatus;
  sender: string;
  receivers: number;
  sent: number;
  failed: number;
  when: { text: string; exact: string; iso: string };
};

/** Mailings with how far each has come. */
export function MailingTable({ mailings }: { mailings: readonly MailingItem[] }) {
  const t = useTranslations("mailings");
  return (
    <DataTable
      caption={t("title")}
      rows={mailings}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.staff.mailing(row.id)}
      columns={[
        { key: "subject", header: t("list.subject"), primary: true, cell: (row) => row.subject || t("untitled") },
        { key: "status", header: t("list.status"), cell: (row) => <MailingStatusChip status={row.status} /> },
        { key: "people", header: t("list.people"), align: "end", cell: (row) => <Reach row={row} /> },
        { key: "sender", header: t("list.sender"), cell: (row) => row.sender },
        { key: "date", header: t("list.date"), cell: (row) => <RelativeTime {...row.when} /> },
      ]}
    />
  );
}

function Reach({ row }: { row: MailingItem }) {
  const t = useTranslations("mailings.list");
  if (row.status === "DRAFT" || row.status === "HELD") return row.receivers === 0 ? "—" : row.receivers;
  return (
    <>
      {t("reached", { sent: row.sent, receivers: row.receivers })}
      {row.failed > 0 && <span className="block text-danger text-sm">{t("failed", { count: row.failed })}</span>}
    </>
  );
}
