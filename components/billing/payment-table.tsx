import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { PaymentRow } from "@/lib/features/billing/schema";
import { formatDate, formatMoney } from "@/lib/values/format";

type PaymentTableProps = { name: string; rows: readonly PaymentRow[] };

/** A client's payments, the newest first. */
export function PaymentTable({ name, rows }: PaymentTableProps) {
  const t = useTranslations("billing");
  const columns: Column<PaymentRow>[] = [
    {
      key: "receivedOn",
      header: t("receivedOn"),
      primary: true,
      cell: (row) => <span className="whitespace-nowrap">{formatDate(row.receivedOn, "en")}</span>,
    },
    { key: "amount", header: t("amount"), align: "end", cell: (row) => formatMoney(row.amount, "en") },
    { key: "method", header: t("method"), cell: (row) => t(`methods.${row.method}`) },
    { key: "reference", header: t("reference"), cell: (row) => row.reference ?? "—" },
    { key: "recordedBy", header: t("recordedBy"), cell: (row) => row.recordedBy ?? "—" },
  ];
  return <DataTable caption={t("caption", { name })} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
