import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { ClientContacts } from "@/components/contacts/client-contacts";
import { findClient } from "@/lib/features/clients/record/queries";
import { createContactAction } from "@/lib/features/contacts/actions";
import { findLinkableContacts } from "@/lib/features/contacts/queries";
import * as relationships from "@/lib/features/contacts/relationships/actions";
import { clientContactsSearch } from "@/lib/features/contacts/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Contacts" };

const ACTIONS = {
  create: createContactAction,
  link: relationships.linkContactAction,
  edit: relationships.editRelationshipAction,
  makePrimary: relationships.makePrimaryContactAction,
  unlink: relationships.unlinkContactAction,
};

export default async function ClientContactsPage(props: PageProps<"/staff/clients/[clientId]/contacts">) {
  const actor = await admit("clients.view");
  const { clientId } = await props.params;
  const { find } = clientContactsSearch.parse(await props.searchParams);
  const [client, people, terms] = await Promise.all([
    findClient(actor, clientId),
    find && actor.can("contacts.edit") ? findLinkableContacts(actor, { clientId, find }) : null,
    findSetting("terminology"),
  ]);
  if (!client) notFound();
  const can = { edit: actor.can("contacts.edit"), makeGuardian: actor.can("contacts.link-guardian") };
  const mail = actor.can("mailings.prepare");
  const found = people && { text: find ?? "", people };
  return (
    <ClientShell client={client} terms={terms} can={{ edit: actor.can("clients.edit"), mail }}>
      <ClientContacts client={client} found={found} can={can} actions={ACTIONS} />
    </ClientShell>
  );
}
