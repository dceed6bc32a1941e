import { useTranslations } from "next-intl";
import { CustomFieldInputs } from "@/components/custom-fields/custom-field-inputs";
import { DraftActions } from "@/components/drafts/draft-actions";
import { DateField } from "@/components/ui/date-field";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { blankCustom } from "@/lib/features/custom-fields/rules";
import type { ProspectRecord } from "@/lib/features/prospects/record/schema";
import type { ProspectChoices } from "@/lib/features/prospects/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { displayPhone } from "@/lib/values/phone";

type ProspectFormProps = {
  /** Null for a new one. */
  prospect: ProspectRecord | null;
  choices: ProspectChoices;
  /** Who is proposed as the owner of a new one. */
  ownerId: string;
  values: Record<string, string>;
  action: ServerAction;
};

type Option = { value: string; label: string };
const optionOf = ({ id, name }: { id: string; name: string }): Option => ({ value: id, label: name });

/** What stands there now stays to choose, although it is offered for nothing new any more. */
function withPresent(options: Option[], present: { id: string; name: string } | null | undefined): Option[] {
  return !present || options.some(({ value }) => value === present.id) ? options : [...options, optionOf(present)];
}

/** Adds or changes a prospect. */
export function ProspectForm({ prospect, choices, ownerId, values, action }: ProspectFormProps) {
  const t = useTranslations("prospects.form");
  const sources = "prospect-sources";
  return (
    <Form action={action} guard>
      {prospect && <input type="hidden" name="prospectId" value={prospect.id} />}
      <input type="hidden" name="language" value={prospect?.language ?? "en"} />
      <FieldRow>
        <TextField name="name" label={t("name")} defaultValue={prospect?.name} autoComplete="off" required />
        <TextField
          name="department"
          label={t("department")}
          defaultValue={prospect?.department ?? ""}
          autoComplete="off"
        />
      </FieldRow>
      <FieldRow>
        <TextField
          name="email"
          type="email"
          label={t("email")}
          defaultValue={prospect?.email ?? ""}
          autoComplete="off"
        />
        <TextField
          name="phone"
          type="tel"
          label={t("phone")}
          defaultValue={prospect?.phone ? displayPhone(prospect.phone) : ""}
          autoComplete="off"
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          name="stageId"
          label={t("stage")}
          options={withPresent(choices.stages.map(optionOf), prospect?.stage)}
          defaultValue={prospect?.stage.id ?? choices.stages[0]?.id}
        />
        <TextField
          name="source"
          label={t("source")}
          help={t("sourceHelp")}
          defaultValue={prospect?.source ?? ""}
          list={sources}
          autoComplete="off"
        />
      </FieldRow>
      <datalist id={sources}>
        {choices.sources.map((source) => (
          <option key={source} value={source} />
        ))}
      </datalist>
      <FieldRow>
        <SelectField
          name="ownerId"
          label={t("owner")}
          placeholder={t("noOwner")}
          options={withPresent(choices.owners.map(optionOf), prospect?.owner)}
          defaultValue={prospect ? (prospect.owner?.id ?? "") : ownerId}
        />
        <SelectField
          name="centerId"
          label={values.center ?? ""}
          placeholder={t("noCenter")}
          options={withPresent(choices.centers.map(optionOf), prospect?.center)}
          defaultValue={prospect?.center?.id ?? ""}
        />
      </FieldRow>
      <FieldRow>
        <TextField name="nextStep" label={t("nextStep")} defaultValue={prospect?.nextStep ?? ""} autoComplete="off" />
        <DateField name="nextStepOn" label={t("nextStepOn")} defaultValue={prospect?.nextStepOn ?? undefined} />
      </FieldRow>
      <TextArea name="notes" label={t("notes")} rows={5} defaultValue={prospect?.notes ?? ""} />
      <CustomFieldInputs fields={prospect?.custom ?? blankCustom(choices.custom)} />
      <FormActions sticky>
        <SubmitButton>{t(prospect ? "submit" : "add", values)}</SubmitButton>
        <DraftActions back={prospect ? paths.staff.prospect(prospect.id) : paths.staff.prospects} />
      </FormActions>
    </Form>
  );
}
