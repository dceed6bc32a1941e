import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type SettingValue, TEAM_ROLES } from "@/lib/features/settings/schema";
import type { ServerAction } from "@/lib/platform/action-state";

type SecurityFormProps = { value: SettingValue<"security">; values: Record<string, string>; action: ServerAction };

/** What is asked of whoever signs in, obeyed from their next request on. */
export function SecurityForm({ value, values, action }: SecurityFormProps) {
  const t = useTranslations("settings");
  return (
    <Form action={action} guard>
      <CheckboxGroup
        name="secondFactorRoles[]"
        label={t("security.secondFactorRoles")}
        help={t("security.secondFactorHelp")}
        options={TEAM_ROLES.map((role) => ({ value: role, label: t(`security.roles.${role}`, values) }))}
        defaultValue={value.secondFactorRoles}
      />
      <FieldRow>
        {(["staffIdleMinutes", "portalIdleMinutes"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`security.${name}`)}
            defaultValue={String(value[name])}
            inputMode="numeric"
            required
          />
        ))}
      </FieldRow>
      <p className="mb-4 text-muted text-sm">{t("security.minutes")}</p>
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
