import type { Metadata } from "next";
import { ContactList } from "@/components/contacts/contact-list";
import { termValues } from "@/lib/features/clients/copy";
import { countContacts, listContacts } from "@/lib/features/contacts/queries";
import { contactSearch } from "@/lib/features/contacts/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Contacts" };

export default async function ContactsPage({ searchParams }: PageProps<"/staff/contacts">) {
  const actor = await admit("contacts.view");
  const search = contactSearch.parse(await searchParams);
  const [page, total, terms] = await Promise.all([
    listContacts(actor, search),
    countContacts(actor, search),
    findSetting("terminology"),
  ]);
  const mayEdit = actor.can("contacts.add");
  return <ContactList search={search} page={page} total={total} values={termValues(terms)} mayEdit={mayEdit} />;
}
