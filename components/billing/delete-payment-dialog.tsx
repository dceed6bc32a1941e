import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { PaymentRow } from "@/lib/features/billing/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { formatMoney } from "@/lib/values/format";

type DeletePaymentDialogProps = { clientId: string; payment: PaymentRow; action: ServerAction };

/** Asks before a payment is deleted. */
export function DeletePaymentDialog({ clientId, payment, action }: DeletePaymentDialogProps) {
  const t = useTranslations("billing");
  return (
    <ConfirmDialog
      title={t("deleteTitle", { amount: formatMoney(payment.amount, "en") })}
      trigger={
        <Button size="sm" variant="ghost">
          {t("delete")}
        </Button>
      }
      action={action}
      confirmLabel={t("deleteConfirm")}
    >
      {t("deleteBody")}
      <input type="hidden" name="paymentId" value={payment.id} />
      <input type="hidden" name="clientId" value={clientId} />
    </ConfirmDialog>
  );
}
