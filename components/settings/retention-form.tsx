import { useTranslations } from "next-intl";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { SettingValue } from "@/lib/features/settings/schema";
import type { ServerAction } from "@/lib/platform/action-state";

type RetentionFormProps = { value: SettingValue<"retention">; action: ServerAction };

/** How long what is of no more use is kept; the rest is kept for good. */
export function RetentionForm({ value, action }: RetentionFormProps) {
  const t = useTranslations("settings");
  const field = (name: keyof typeof value) => (
    <TextField
      name={name}
      label={t(`retention.${name}`)}
      defaultValue={String(value[name] ?? "")}
      inputMode="numeric"
      required={name !== "auditYears"}
    />
  );
  return (
    <Form action={action} guard>
      <FieldRow>
        {field("passcodeHours")}
        {field("signInDays")}
      </FieldRow>
      <FieldRow>
        {field("mailBodyDays")}
        {field("auditYears")}
      </FieldRow>
      <p className="mb-1 text-muted text-sm">{t("retention.mailBodyHelp")}</p>
      <p className="mb-4 text-muted text-sm">{t("retention.audit")}</p>
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
