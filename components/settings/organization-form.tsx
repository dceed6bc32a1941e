import { useTranslations } from "next-intl";
import { ComboboxField } from "@/components/ui/combobox-field";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { SettingValue } from "@/lib/features/settings/schema";
import type { ServerAction } from "@/lib/platform/action-state";

type OrganizationFormProps = {
  value: SettingValue<"organization">;
  timeZones: readonly string[];
  center: string;
  action: ServerAction;
};

/** Who runs this installation. */
export function OrganizationForm({ value, timeZones, center, action }: OrganizationFormProps) {
  const t = useTranslations("settings");
  return (
    <Form action={action} guard>
      <TextField
        name="name"
        label={t("organization.name")}
        help={t("organization.nameHelp")}
        defaultValue={value.name}
        required
      />
      <ComboboxField
        name="timeZone"
        label={t("organization.timeZone")}
        help={t("organization.timeZoneHelp", { center })}
        options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        defaultValue={value.timeZone}
        required
      />
      <TextField name="website" label={t("organization.website")} defaultValue={value.website ?? ""} />
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
