import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ContactShell } from "@/components/contacts/contact-shell";
import { DocumentPanel } from "@/components/documents/document-panel";
import { findContact } from "@/lib/features/contacts/queries";
import { editDocumentAction, removeDocumentAction, restoreDocumentAction } from "@/lib/features/documents/actions";
import { documentItems } from "@/lib/features/documents/copy";
import { listDocuments } from "@/lib/features/documents/queries";
import { documentsSearch } from "@/lib/features/documents/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export const metadata: Metadata = { title: "Documents" };

const ACTIONS = { edit: editDocumentAction, remove: removeDocumentAction, restore: restoreDocumentAction };

export default async function ContactDocumentsPage(props: PageProps<"/staff/contacts/[contactId]/documents">) {
  const actor = await admit("documents.view");
  const contact = await findContact(actor, (await props.params).contactId);
  if (!contact) notFound();
  const bin = documentsSearch.parse(await props.searchParams).bin === "1" && actor.can("documents.edit");
  const { id, name } = contact;
  const [list, { timeZone: zone }] = await Promise.all([
    listDocuments(actor, { kind: "contact", id }, { bin }),
    findSetting("organization"),
  ]);
  const items = documentItems(actor, list.rows, { zone, now: now() });
  return (
    <ContactShell contact={contact} mayEdit={actor.can("contacts.edit")}>
      <DocumentPanel
        subject={{ kind: "contact", id, name, href: paths.staff.contactDocuments(id) }}
        list={{ ...list, items, showsBin: bin }}
        people={[]}
        mayEdit={actor.can("documents.edit")}
        actions={ACTIONS}
      />
    </ContactShell>
  );
}
