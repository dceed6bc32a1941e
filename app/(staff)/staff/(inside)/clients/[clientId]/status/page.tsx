import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { ChangeStatusForm } from "@/components/statuses/change-status-form";
import { changeClientStatusAction } from "@/lib/features/clients/actions";
import { termValues } from "@/lib/features/clients/copy";
import { findClient } from "@/lib/features/clients/record/queries";
import { previewStatusChanges } from "@/lib/features/clients/workflows/queries";
import { findMessageChoices } from "@/lib/features/messages/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Change status" };

export default async function ClientStatusPage({ params }: PageProps<"/staff/clients/[clientId]/status">) {
  const actor = await admit("clients.change-status");
  const { clientId } = await params;
  const [client, statuses, choices, terms] = await Promise.all([
    findClient(actor, clientId),
    previewStatusChanges(actor, clientId),
    findMessageChoices(actor),
    findSetting("terminology"),
  ]);
  if (!client) notFound();
  const { id, name, number, version, status } = client;
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  return (
    <ClientShell client={client} terms={terms} can={can}>
      <ChangeStatusForm
        client={{ id, name, number, version, statusId: status.id }}
        statuses={statuses}
        choices={choices}
        values={termValues(terms)}
        action={changeClientStatusAction}
      />
    </ClientShell>
  );
}
