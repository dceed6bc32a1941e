import { useTranslations } from "next-intl";
import { FieldGroup } from "@/components/ui/field-group";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { TERM_KEYS, type Terminology } from "@/lib/features/settings/schema";
import type { ServerAction } from "@/lib/platform/action-state";

/** The words that an organization may call by its own names, each for one and for several. */
export function TerminologyForm({ value, action }: { value: Terminology; action: ServerAction }) {
  const t = useTranslations("settings");
  return (
    <Form action={action} guard>
      {TERM_KEYS.map((key) => (
        <FieldGroup key={key} legend={t(`terminology.${key}`)}>
          <FieldRow>
            <TextField
              name={`${key}.singular`}
              label={t("terminology.singular")}
              defaultValue={value[key].singular}
              required
            />
            <TextField
              name={`${key}.plural`}
              label={t("terminology.plural")}
              defaultValue={value[key].plural}
              required
            />
          </FieldRow>
        </FieldGroup>
      ))}
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
