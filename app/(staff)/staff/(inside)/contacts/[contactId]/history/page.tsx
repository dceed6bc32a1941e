import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ContactShell } from "@/components/contacts/contact-shell";
import { FieldHistoryCard } from "@/components/history/field-history-card";
import { findContact } from "@/lib/features/contacts/queries";
import { restoreContactValueAction } from "@/lib/features/contacts/restoring/actions";
import { RESTORABLE } from "@/lib/features/contacts/restoring/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { changeRows } from "@/lib/features/stream/changes/copy";
import { listChanges } from "@/lib/features/stream/changes/queries";
import { streamSearch } from "@/lib/features/stream/schema";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "History" };

export default async function ContactHistoryPage(props: PageProps<"/staff/contacts/[contactId]/history">) {
  const actor = await admit("contacts.edit");
  const contact = await findContact(actor, (await props.params).contactId);
  if (!contact) notFound();
  const { before } = streamSearch.parse(await props.searchParams);
  const { id, version, name } = contact;
  const [changes, { timeZone: zone }, words] = await Promise.all([
    listChanges(actor, { kind: "contact", id, before }),
    findSetting("organization"),
    pageWords(),
  ]);
  const context = { words, now: now(), zone, locale: words.locale };
  return (
    <ContactShell contact={contact} mayEdit>
      <FieldHistoryCard
        record={{ idField: "contactId", id, version, name }}
        rows={changes.rows.flatMap((change) => changeRows(change, context))}
        older={changes.next}
        restore={{ action: restoreContactValueAction, fields: RESTORABLE }}
      />
    </ContactShell>
  );
}
