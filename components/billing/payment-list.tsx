import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { PaymentRow } from "@/lib/features/billing/schema";
import { PaymentTable } from "./payment-table";

type PaymentListProps = { name: string; rows: readonly PaymentRow[] };

/** The last payments of a client. */
export function PaymentList({ name, rows }: PaymentListProps) {
  const t = useTranslations("billing");
  return (
    <Card title={t("title")} padded={false}>
      {rows.length === 0 ? (
        <EmptyState title={t("emptyTitle")} body={t("emptyBody")} />
      ) : (
        <PaymentTable name={name} rows={rows} />
      )}
    </Card>
  );
}
