import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { REMINDER_LEADS, type SettingValue } from "@/lib/features/settings/schema";
import type { ServerAction } from "@/lib/platform/action-state";

type SessionMailsFormProps = { value: SettingValue<"sessionMails">; action: ServerAction };

/** When clients are reminded of their sessions. */
export function SessionMailsForm({ value, action }: SessionMailsFormProps) {
  const t = useTranslations("settings");
  return (
    <Form action={action} guard>
      <p className="mb-4 text-muted">{t("sessionMails.body")}</p>
      <CheckboxGroup
        name="reminders[]"
        label={t("sessionMails.reminders")}
        help={t("sessionMails.help")}
        options={REMINDER_LEADS.map((lead) => ({ value: String(lead), label: t(`sessionMails.leads.${lead}`) }))}
        defaultValue={value.reminders.map(String)}
      />
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
