import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { termValues } from "@/lib/features/clients/copy";
import { MANDATORY_FIELDS } from "@/lib/features/clients/mandatory/rules";
import type { Terminology } from "@/lib/features/settings/schema";
import type { ServerAction } from "@/lib/platform/action-state";

type MandatoryFieldsFormProps = { mandatory: readonly string[]; terms: Terminology; action: ServerAction };

/** Which fields every client must have filled in. */
export function MandatoryFieldsForm({ mandatory, terms, action }: MandatoryFieldsFormProps) {
  const t = useTranslations("clients.mandatory");
  const values = termValues(terms);
  return (
    <Form action={action} guard>
      <CheckboxGroup
        name="mandatory[]"
        label={t("label", values)}
        help={t("always", values)}
        defaultValue={mandatory}
        options={MANDATORY_FIELDS.map((field) => ({ value: field, label: t(`names.${field}`, values) }))}
      />
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
