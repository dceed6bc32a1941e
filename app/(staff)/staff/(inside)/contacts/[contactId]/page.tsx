import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ContactRecordView } from "@/components/contacts/contact-record";
import { termValues } from "@/lib/features/clients/copy";
import { editNoteAction } from "@/lib/features/clients/notes/actions";
import { findNote } from "@/lib/features/clients/notes/queries";
import * as contacts from "@/lib/features/contacts/actions";
import { findContact } from "@/lib/features/contacts/queries";
import * as relationships from "@/lib/features/contacts/relationships/actions";
import * as portal from "@/lib/features/portal-logins/actions";
import { portalLoginItem } from "@/lib/features/portal-logins/copy";
import { findPortalLogin } from "@/lib/features/portal-logins/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export const metadata: Metadata = { title: "Contact" };

const ACTIONS = {
  removeEmail: contacts.removeContactEmailAction,
  addOther: contacts.addOtherEmailAction,
  removeOther: contacts.removeOtherEmailAction,
  edit: relationships.editRelationshipAction,
  makePrimary: relationships.makePrimaryContactAction,
  unlink: relationships.unlinkContactAction,
  note: editNoteAction,
  portal: {
    setUsername: portal.setUsernameAction,
    giveTemporaryPassword: portal.giveTemporaryPasswordAction,
    sendWelcome: portal.sendPortalWelcomeAction,
    remove: portal.removePortalLoginAction,
    allow: portal.allowPortalLoginAction,
  },
};

export default async function ContactPage({ params }: PageProps<"/staff/contacts/[contactId]">) {
  const actor = await admit("contacts.view");
  const { contactId } = await params;
  const [contact, note, login, organization, terms] = await Promise.all([
    findContact(actor, contactId),
    findNote(actor, { subjectKind: "contact", subjectId: contactId }),
    actor.can("portal-logins.manage") ? findPortalLogin(actor, contactId) : null,
    findSetting("organization"),
    findSetting("terminology"),
  ]);
  if (!contact) notFound();
  const item = login && portalLoginItem(login, { now: now(), zone: organization.timeZone, locale: "en" });
  const can = { edit: actor.can("contacts.edit"), makeGuardian: actor.can("contacts.link-guardian") };
  const values = termValues(terms);
  return (
    <ContactRecordView contact={contact} values={values} can={can} actions={ACTIONS} parts={{ login: item, note }} />
  );
}
