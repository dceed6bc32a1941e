import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { PaymentRow } from "@/lib/features/billing/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { PaymentTable } from "./payment-table";

type PaymentListProps = {
  client: { id: string; name: string };
  rows: readonly PaymentRow[];
  remove: ServerAction | null;
};

/** The last payments of a client. */
export function PaymentList({ client, rows, remove }: PaymentListProps) {
  const t = useTranslations("billing");
  return (
    <Card title={t("title")} padded={false}>
      {rows.length === 0 ? (
        <EmptyState title={t("emptyTitle")} body={t("emptyBody")} />
      ) : (
        <PaymentTable client={client} rows={rows} remove={remove} />
      )}
    </Card>
  );
}
