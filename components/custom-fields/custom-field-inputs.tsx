import { useTranslations } from "next-intl";
import { FieldGroup } from "@/components/ui/field-group";
import type { CustomValue } from "@/lib/features/custom-fields/schema";
import { CustomFieldInput } from "./custom-field-input";

type CustomFieldInputsProps = {
  fields: readonly CustomValue[];
  /** Whether mandatory fields are marked: they are of clients, not of pre-clients. */
  demanding?: boolean;
};

/** The organization's own fields in a form; nothing where it has none. */
export function CustomFieldInputs({ fields, demanding = false }: CustomFieldInputsProps) {
  const t = useTranslations("custom-fields");
  if (fields.length === 0) return null;
  return (
    <FieldGroup legend={t("group")}>
      {fields.map((field) => (
        <CustomFieldInput key={field.id} field={field} required={demanding && field.mandatory} />
      ))}
    </FieldGroup>
  );
}
