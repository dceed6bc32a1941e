import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { EDITIONS, type SettingValue } from "@/lib/features/settings/schema";
import type { ServerAction } from "@/lib/platform/action-state";

type EditionFormProps = { value: SettingValue<"edition">; action: ServerAction };

/** Which plan this installation stands for. */
export function EditionForm({ value, action }: EditionFormProps) {
  const t = useTranslations("api.edition");
  return (
    <Form action={action}>
      <RadioGroup
        name="edition"
        label={t("label")}
        help={t("help")}
        options={EDITIONS.map((edition) => ({ value: edition, label: t(edition) }))}
        defaultValue={value.edition}
      />
      <FormActions>
        <SubmitButton variant="secondary">{useTranslations("settings")("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
