import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { paymentBlocker } from "@/lib/features/billing/rules";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { PaymentForm } from "./payment-form";

type RecordPaymentCardProps = {
  client: Pick<ClientRecord, "id" | "status">;
  idempotencyKey: string;
  today: string;
  action: ServerAction;
};

/** The form for a payment; with a client who cannot pay, why not and what would change it. */
export function RecordPaymentCard({ client, ...form }: RecordPaymentCardProps) {
  const t = useTranslations("billing");
  const blocker = paymentBlocker(client.status);
  if (blocker) {
    const change = <TextLink href={paths.staff.clientStatus(client.id)}>{t("changeStatus")}</TextLink>;
    return (
      <Banner tone="warning" title={t("blockedTitle")} action={change}>
        <p>{t(`refusals.${blocker}`, { status: client.status.name })}</p>
      </Banner>
    );
  }
  return (
    <Card title={t("record")}>
      <PaymentForm clientId={client.id} {...form} />
    </Card>
  );
}
