import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ContactForm } from "@/components/contacts/contact-form";
import { FormKeeping } from "@/components/drafts/form-keeping";
import { PageHeader } from "@/components/ui/page-header";
import { editContactAction } from "@/lib/features/contacts/actions";
import { findContact } from "@/lib/features/contacts/queries";
import { contactFormValues } from "@/lib/features/contacts/record/rules";
import { findDraft } from "@/lib/features/drafts/queries";
import { draftKeys } from "@/lib/features/drafts/schema";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Edit contact" };

export default async function EditContactPage({ params }: PageProps<"/staff/contacts/[contactId]/edit">) {
  const actor = await admit("contacts.edit");
  const contact = await findContact(actor, (await params).contactId);
  if (!contact) notFound();
  const draft = await findDraft(actor, draftKeys.editContact(contact.id));
  const t = await getTranslations("contacts.form");
  const { id, name } = contact;
  return (
    <>
      <PageHeader title={t("editTitle", { name })} back={{ href: paths.staff.contact(id), label: name }} />
      <FormKeeping draft={draft} edits={{ version: contact.version, values: contactFormValues(contact) }}>
        <ContactForm contact={contact} custom={contact.custom} action={editContactAction} />
      </FormKeeping>
    </>
  );
}
