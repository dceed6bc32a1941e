import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { PaymentRow } from "@/lib/features/billing/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { formatDate, formatMoney } from "@/lib/values/format";
import { DeletePaymentDialog } from "./delete-payment-dialog";

type PaymentTableProps = {
  client: { id: string; name: string };
  rows: readonly PaymentRow[];
  remove: ServerAction | null;
};

/** A client's payments, the newest first. */
export function PaymentTable({ client, rows, remove }: PaymentTableProps) {
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
  if (remove)
    columns.push({
      key: "actions",
      header: t("actions"),
      align: "end",
      cell: (row) => <DeletePaymentDialog clientId={client.id} payment={row} action={remove} />,
    });
  return (
    <DataTable caption={t("caption", { name: client.name })} columns={columns} rows={rows} rowKey={(row) => row.id} />
  );
}
