import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { UndoMakeClientCard } from "@/components/clients/undo-make-client-card";
import { termValues } from "@/lib/features/clients/copy";
import { undoMakeClientAction } from "@/lib/features/clients/making/undoing/actions";
import { findMadeClient } from "@/lib/features/clients/making/undoing/queries";
import { findClient } from "@/lib/features/clients/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Undo Make Client" };

export default async function UndoMakeClientPage(props: PageProps<"/staff/clients/[clientId]/make-client/undo">) {
  const actor = await admit("clients.make");
  const { clientId } = await props.params;
  const [client, made, terms] = await Promise.all([
    findClient(actor, clientId),
    findMadeClient(actor, clientId),
    findSetting("terminology"),
  ]);
  if (!client || !made) notFound();
  if (made.kind === "PRE_CLIENT") redirect(paths.staff.client(client.id));
  return (
    <ClientShell client={client} terms={terms} can={{ edit: true, mail: actor.can("mailings.prepare") }}>
      <UndoMakeClientCard client={made} values={termValues(terms)} action={undoMakeClientAction} />
    </ClientShell>
  );
}
