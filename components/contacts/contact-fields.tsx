import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldRow } from "@/components/ui/field-row";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { ContactRecord } from "@/lib/features/contacts/record/schema";
import { displayPhone } from "@/lib/values/phone";

/** A person's own data, as the add and the edit form ask for it. */
export function ContactFields({ contact }: { contact: ContactRecord | null }) {
  const t = useTranslations("contacts.form");
  return (
    <>
      <FieldRow>
        <TextField
          name="firstName"
          label={t("firstName")}
          defaultValue={contact?.firstName}
          autoComplete="off"
          required
        />
        <TextField name="lastName" label={t("lastName")} defaultValue={contact?.lastName} autoComplete="off" required />
      </FieldRow>
      <TextField
        name="email"
        type="email"
        label={t("email")}
        help={t("emailHelp")}
        defaultValue={contact?.email ?? ""}
        autoComplete="off"
      />
      <FieldRow>
        <TextField
          name="phone"
          type="tel"
          label={t("phone")}
          defaultValue={contact?.phone ? displayPhone(contact.phone) : ""}
          autoComplete="off"
        />
        <SelectField
          name="language"
          label={t("language")}
          defaultValue={contact?.language ?? "en"}
          options={(["en", "es"] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
      </FieldRow>
      <Checkbox name="doNotMail" help={t("doNotMailHelp")} defaultChecked={contact?.doNotMail}>
        {t("doNotMail")}
      </Checkbox>
    </>
  );
}
