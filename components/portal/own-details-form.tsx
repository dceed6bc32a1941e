import { useTranslations } from "next-intl";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { OwnDetails } from "@/lib/features/contacts/portal/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { displayPhone } from "@/lib/values/phone";

// Each language is named in itself, so that those who need it can read it.
const LANGUAGES = [
  { value: "en", label: "English" },
  { value: "es", label: "Español" },
];

/** Name, phone and language of the person who is signed in. */
export function OwnDetailsForm({ own, action }: { own: OwnDetails; action: ServerAction }) {
  const t = useTranslations("portal");
  return (
    <Form action={action} guard>
      <input type="hidden" name="version" value={own.version} />
      <FieldRow>
        <TextField
          name="firstName"
          label={t("fields.firstName")}
          defaultValue={own.firstName}
          autoComplete="given-name"
          required
        />
        <TextField
          name="lastName"
          label={t("fields.lastName")}
          defaultValue={own.lastName}
          autoComplete="family-name"
          required
        />
      </FieldRow>
      <TextField
        name="phone"
        type="tel"
        label={t("fields.phone")}
        help={t("fields.phoneHelp")}
        defaultValue={own.phone ? displayPhone(own.phone) : ""}
        autoComplete="tel"
      />
      <SelectField
        key={own.language}
        name="language"
        label={t("fields.language")}
        help={t("fields.languageHelp")}
        options={LANGUAGES}
        defaultValue={own.language}
      />
      <FormActions>
        <SubmitButton>{t("information.saveOwn")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
