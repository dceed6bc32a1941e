import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CONTACT_ACTIONS } from "@/components/contacts/contact-actions";
import { ContactRecordView } from "@/components/contacts/contact-record";
import { termValues } from "@/lib/features/clients/copy";
import { findNote } from "@/lib/features/clients/notes/queries";
import { findMergedInto } from "@/lib/features/contacts/merges/results/queries";
import { findContact } from "@/lib/features/contacts/queries";
import { findMarks } from "@/lib/features/pins/queries";
import { portalLoginItem } from "@/lib/features/portal-logins/copy";
import { findPortalLogin } from "@/lib/features/portal-logins/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export const metadata: Metadata = { title: "Contact" };

export default async function ContactPage({ params }: PageProps<"/staff/contacts/[contactId]">) {
  const actor = await admit("contacts.view");
  const { contactId } = await params;
  const [contact, note, marks, login, organization, terms] = await Promise.all([
    findContact(actor, contactId),
    findNote(actor, { subjectKind: "contact", subjectId: contactId }),
    findMarks(actor, { kind: "contact", id: contactId }),
    actor.can("portal-logins.manage") ? findPortalLogin(actor, contactId) : null,
    findSetting("organization"),
    findSetting("terminology"),
  ]);
  if (!contact) {
    // Links to somebody who was merged lead to whom they live on as.
    const stayed = await findMergedInto(actor, contactId);
    return stayed ? redirect(paths.staff.contact(stayed)) : notFound();
  }
  const item = login && portalLoginItem(login, { now: now(), zone: organization.timeZone, locale: "en" });
  const can = { edit: actor.can("contacts.edit"), makeGuardian: actor.can("contacts.link-guardian") };
  const values = termValues(terms);
  return (
    <ContactRecordView
      contact={contact}
      values={values}
      can={can}
      actions={CONTACT_ACTIONS}
      parts={{ login: item, note, marks: { ...marks, zone: organization.timeZone } }}
    />
  );
}
