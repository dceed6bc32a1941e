import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { ClientLoginsCard } from "@/components/portal-logins/client-logins-card";
import { termValues } from "@/lib/features/clients/copy";
import { findClient } from "@/lib/features/clients/record/queries";
import { listClientLogins } from "@/lib/features/portal-logins/clients/queries";
import { startViewingAction } from "@/lib/features/portal-logins/viewing/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Portal" };

export default async function ClientPortalPage({ params }: PageProps<"/staff/clients/[clientId]/portal">) {
  const actor = await admit("portal-logins.manage");
  const client = await findClient(actor, (await params).clientId);
  if (!client) notFound();
  const [logins, { ownersMayEdit }, terms] = await Promise.all([
    listClientLogins(actor, { clientId: client.id, zone: client.center.timeZone }),
    findSetting("portal"),
    findSetting("terminology"),
  ]);
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  const values = termValues(terms);
  return (
    <ClientShell client={client} terms={terms} can={can}>
      <ClientLoginsCard
        {...{ client, logins, ownersMayEdit, values }}
        look={actor.can("client-view.use") ? startViewingAction : null}
      />
    </ClientShell>
  );
}
