import { useTranslations } from "next-intl";
import { CustomFieldInputs } from "@/components/custom-fields/custom-field-inputs";
import { DraftActions } from "@/components/drafts/draft-actions";
import { SimilarHint } from "@/components/duplicates/similar-hint";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ContactRecord } from "@/lib/features/contacts/record/schema";
import type { CustomValue } from "@/lib/features/custom-fields/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { ContactFields } from "./contact-fields";

type ContactFormProps = {
  contact: ContactRecord | null;
  /** The organization's own fields, with what stands in them. */
  custom: readonly CustomValue[];
  action: ServerAction;
};

/** Adds or changes a person. */
export function ContactForm({ contact, custom, action }: ContactFormProps) {
  const t = useTranslations("contacts.form");
  return (
    <Form action={action} guard={!contact}>
      {contact && <input type="hidden" name="contactId" value={contact.id} />}
      <ContactFields contact={contact} />
      {!contact && <SimilarHint kind="contact" />}
      <CustomFieldInputs fields={custom} />
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
