import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import type { SettingValue } from "@/lib/features/settings/schema";
import type { ServerAction } from "@/lib/platform/action-state";

type MailSettingFormProps = { value: SettingValue<"mail">; center: string; action: ServerAction };

/** Whom our mails come from, and whether they leave at all. */
export function MailSettingForm({ value, center, action }: MailSettingFormProps) {
  const t = useTranslations("settings");
  return (
    <Form action={action} guard>
      <TextField name="fromName" label={t("mail.fromName")} defaultValue={value.fromName} required />
      <TextField
        name="replyTo"
        type="email"
        label={t("mail.replyTo")}
        help={t("mail.replyToHelp")}
        defaultValue={value.replyTo ?? ""}
      />
      <TextField
        name="postalAddress"
        label={t("mail.postalAddress")}
        help={t("mail.postalAddressHelp", { center })}
        defaultValue={value.postalAddress ?? ""}
      />
      <Switch name="paused" defaultChecked={value.paused} help={t("mail.pausedHelp")}>
        {t("mail.paused")}
      </Switch>
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
