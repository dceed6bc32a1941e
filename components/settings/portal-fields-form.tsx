import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { PORTAL_FIELD_RULES, PORTAL_FIELDS, type SettingValue } from "@/lib/features/settings/schema";
import type { ServerAction } from "@/lib/platform/action-state";

/** What becomes of a client's correction, field by field. */
export function PortalFieldsForm({ value, action }: { value: SettingValue<"portalFields">; action: ServerAction }) {
  const t = useTranslations("settings.portalFields");
  const words = useTranslations();
  const options = PORTAL_FIELD_RULES.map((rule) => ({ value: rule, label: t(`rules.${rule}`) }));
  return (
    <Form action={action} guard>
      <p className="mb-3 text-muted">{t("body")}</p>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {PORTAL_FIELDS.map((field) => (
          <SelectField
            key={field}
            name={field}
            label={words(`fields.${field}`)}
            options={options}
            defaultValue={value[field]}
          />
        ))}
      </div>
      <FormActions>
        <SubmitButton>{words("settings.save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
