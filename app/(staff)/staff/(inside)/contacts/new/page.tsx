import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ContactForm } from "@/components/contacts/contact-form";
import { PageHeader } from "@/components/ui/page-header";
import { createContactAction } from "@/lib/features/contacts/actions";
import { findCustomFields } from "@/lib/features/custom-fields/queries";
import { blankCustom } from "@/lib/features/custom-fields/rules";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "New contact" };

export default async function NewContactPage() {
  await admit("contacts.add");
  const [fields, t] = await Promise.all([findCustomFields("contact"), getTranslations("contacts")]);
  return (
    <>
      <PageHeader title={t("form.newTitle")} back={{ href: paths.staff.contacts, label: t("title") }} />
      <ContactForm contact={null} custom={blankCustom(fields)} action={createContactAction} />
    </>
  );
}
