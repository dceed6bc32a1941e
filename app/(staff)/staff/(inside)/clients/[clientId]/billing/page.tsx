import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BillingForm } from "@/components/billing/billing-form";
import { SnapshotCard } from "@/components/billing/snapshot-card";
import { ClientShell } from "@/components/clients/client-shell";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { RecordLayout } from "@/components/ui/record-layout";
import { editBillingAction } from "@/lib/features/billing/setup/actions";
import { findBillingSetup } from "@/lib/features/billing/setup/queries";
import { findSnapshot } from "@/lib/features/billing/snapshot/queries";
import { termValues } from "@/lib/features/clients/copy";
import { findClient } from "@/lib/features/clients/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Billing" };

export default async function ClientBillingPage({ params }: PageProps<"/staff/clients/[clientId]/billing">) {
  const actor = await admit("clients.edit");
  const client = await findClient(actor, (await params).clientId);
  if (!client) notFound();
  const { id: clientId, center } = client;
  const [setup, snapshot, terms, t] = await Promise.all([
    findBillingSetup(actor, clientId),
    findSnapshot(actor, { clientId, zone: center.timeZone }),
    findSetting("terminology"),
    getTranslations("billing.setup"),
  ]);
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  const payments = <LinkButton href={paths.staff.clientPayments(clientId)}>{t("allPayments")}</LinkButton>;
  const money = snapshot && <SnapshotCard client={client} snapshot={snapshot} mayChangeStatus={can.edit} />;
  return (
    <ClientShell client={client} terms={terms} can={can}>
      <RecordLayout aside={money}>
        <Card title={t("title")} actions={payments}>
          {setup && <BillingForm {...{ clientId, setup }} values={termValues(terms)} action={editBillingAction} />}
        </Card>
      </RecordLayout>
    </ClientShell>
  );
}
