import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PaymentList } from "@/components/billing/payment-list";
import { RecordPaymentCard } from "@/components/billing/record-payment-card";
import { ClientShell } from "@/components/clients/client-shell";
import { deletePaymentAction, recordPaymentAction } from "@/lib/features/billing/actions";
import { listPayments } from "@/lib/features/billing/queries";
import { findClient } from "@/lib/features/clients/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/values/id";
import { dayIn } from "@/lib/values/wall-clock";

export const metadata: Metadata = { title: "Payments" };

export default async function ClientPaymentsPage({ params }: PageProps<"/staff/clients/[clientId]/payments">) {
  const actor = await admit("payments.record");
  const { clientId } = await params;
  const [client, payments, terms] = await Promise.all([
    findClient(actor, clientId),
    listPayments(actor, { clientId }),
    findSetting("terminology"),
  ]);
  if (!client) notFound();
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  return (
    <ClientShell client={client} terms={terms} can={can}>
      <div className="grid gap-4">
        <RecordPaymentCard
          client={client}
          idempotencyKey={newId()}
          today={dayIn(client.center.timeZone, now())}
          action={recordPaymentAction}
        />
        <PaymentList
          client={client}
          rows={payments}
          remove={actor.can("payments.delete") ? deletePaymentAction : null}
        />
      </div>
    </ClientShell>
  );
}
