import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { Switch } from "@/components/ui/switch";
import type { SettingValue } from "@/lib/features/settings/schema";
import type { ServerAction } from "@/lib/platform/action-state";

/** What clients may do by themselves in the portal. */
export function PortalSettingForm({ value, action }: { value: SettingValue<"portal">; action: ServerAction }) {
  const t = useTranslations("settings");
  return (
    <Form action={action} guard>
      <Switch name="ownersMayEdit" defaultChecked={value.ownersMayEdit} help={t("portal.ownersMayEditHelp")}>
        {t("portal.ownersMayEdit")}
      </Switch>
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
