import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { ClientStatusForm } from "@/components/clients/client-status-form";
import { changeClientStatusAction } from "@/lib/features/clients/actions";
import { findClient, findClientChoices } from "@/lib/features/clients/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Change status" };

export default async function ClientStatusPage({ params }: PageProps<"/staff/clients/[clientId]/status">) {
  const actor = await admit("clients.change-status");
  const client = await findClient(actor, (await params).clientId);
  if (!client) notFound();
  const [choices, terms] = await Promise.all([findClientChoices(actor), findSetting("terminology")]);
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  return (
    <ClientShell client={client} terms={terms} can={can}>
      <ClientStatusForm client={client} choices={choices} terms={terms} action={changeClientStatusAction} />
    </ClientShell>
  );
}
