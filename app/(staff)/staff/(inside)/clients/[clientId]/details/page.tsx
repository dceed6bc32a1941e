import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientDetails } from "@/components/clients/client-details";
import { ClientShell } from "@/components/clients/client-shell";
import { editNoteAction } from "@/lib/features/clients/notes/actions";
import { findNote } from "@/lib/features/clients/notes/queries";
import { findClient } from "@/lib/features/clients/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Details" };

export default async function ClientDetailsPage({ params }: PageProps<"/staff/clients/[clientId]/details">) {
  const actor = await admit("clients.view");
  const { clientId } = await params;
  const [client, note, terms, { mode }] = await Promise.all([
    findClient(actor, clientId),
    findNote(actor, { subjectKind: "client", subjectId: clientId }),
    findSetting("terminology"),
    findSetting("booking"),
  ]);
  if (!client) notFound();
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  return (
    <ClientShell client={client} terms={terms} can={can}>
      <ClientDetails {...{ client, note, terms }} mayEdit={can.edit} booking={mode} editNote={editNoteAction} />
    </ClientShell>
  );
}
