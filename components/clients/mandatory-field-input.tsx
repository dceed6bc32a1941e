import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { DateField } from "@/components/ui/date-field";
import { LinkButton } from "@/components/ui/link-button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { MandatoryField } from "@/lib/features/clients/mandatory/rules";
import type { ClientChoices } from "@/lib/features/clients/record/schema";
import { paths } from "@/lib/paths";

type MandatoryFieldInputProps = {
  field: MandatoryField;
  clientId: string;
  practitioners: ClientChoices["practitioners"];
  values: Record<string, string>;
};

const KINDS: Partial<Record<MandatoryField, "tel" | "email">> = { phone: "tel", email: "email" };

/** One mandatory field by itself, blank, to be filled in where it was found missing. */
export function MandatoryFieldInput({ field, clientId, practitioners, values }: MandatoryFieldInputProps) {
  const t = useTranslations("clients");
  const label = t(`mandatory.names.${field}`, values);
  if (field === "startedOn") return <DateField name={field} label={label} required />;
  if (field === "practitionerId") {
    const options = practitioners.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));
    return <SelectField name={field} label={label} placeholder={t("form.choose")} options={options} required />;
  }
  if (field === "primaryContact") {
    const add = (
      <LinkButton size="sm" href={paths.staff.clientContacts(clientId)}>
        {t("making.addContact")}
      </LinkButton>
    );
    return (
      <Banner tone="warning" action={add}>
        {t("making.contactNeeded")}
      </Banner>
    );
  }
  return <TextField name={field} label={label} type={KINDS[field]} autoComplete="off" required />;
}
