import { useTranslations } from "next-intl";
import { DraftActions } from "@/components/drafts/draft-actions";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ContactRecord } from "@/lib/features/contacts/record/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { ContactFields } from "./contact-fields";

/** Adds or changes a person. */
export function ContactForm({ contact, action }: { contact: ContactRecord | null; action: ServerAction }) {
  const t = useTranslations("contacts.form");
  return (
    <Form action={action} guard={!contact}>
      {contact && <input type="hidden" name="contactId" value={contact.id} />}
      <ContactFields contact={contact} />
      <FormActions sticky>
        <SubmitButton>{contact ? t("save") : t("add")}</SubmitButton>
        {contact ? (
          <DraftActions back={paths.staff.contact(contact.id)} />
        ) : (
          <LinkButton variant="ghost" href={paths.staff.contacts}>
            {t("cancel")}
          </LinkButton>
        )}
      </FormActions>
    </Form>
  );
}
