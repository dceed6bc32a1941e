import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { FieldGroup } from "@/components/ui/field-group";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { NumberField } from "@/components/ui/number-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TimeField } from "@/components/ui/time-field";
import type { SessionDraft } from "@/lib/features/scheduling/sessions/drafting/schema";
import type { SessionChoices } from "@/lib/features/scheduling/sessions/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { PeopleField } from "./people-field";
import { SeriesChangeDates } from "./series-change-dates";
import { SeriesScopeField } from "./series-scope-field";
import { SessionWhereFields } from "./session-where-fields";

type SeriesFormProps = {
  draft: SessionDraft;
  choices: SessionChoices;
  ahead: { following: number; all: number };
  values: Record<string, string>;
  back: string;
  action: ServerAction;
};

/** Changes one of a series, it and those after it, or all to come. */
export function SeriesForm({ draft, choices, ahead, values, back, action }: SeriesFormProps) {
  const t = useTranslations("sessions");
  const everybody = choices.practitioners.map(({ id, name }) => ({ id, label: name }));
  return (
    <Form action={action} guard className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-y-1">
      <input type="hidden" name="sessionId" value={draft.session?.id} />
      <input type="hidden" name="version" value={draft.session?.version} />
      <SeriesScopeField label={t("seriesEdit.scope")} ahead={ahead} values={values} />
      <FieldGroup legend={t("whenGroup")} help={t("seriesEdit.whenHelp", { zone: draft.timeZone })}>
        <FieldRow>
          <DateField name="date" label={t("date")} defaultValue={draft.date} required />
          <TimeField name="start" label={t("start")} defaultValue={draft.start} required />
          <NumberField
            name="minutes"
            label={t("lengthInMinutes")}
            defaultValue={draft.minutes}
            min={1}
            max={1440}
            required
          />
        </FieldRow>
      </FieldGroup>
      <FieldGroup legend={t("who")}>
        <PeopleField
          name="practitionerIds"
          label={t("practitioners", values)}
          placeholder={t("findPractitioner", values)}
          chosen={everybody.filter(({ id }) => draft.practitionerIds.includes(id))}
          from={everybody}
        />
        <SelectField
          name="serviceId"
          label={t("service")}
          placeholder={t("noService")}
          options={choices.services.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={draft.serviceId}
        />
      </FieldGroup>
      <SessionWhereFields draft={draft} rooms={choices.rooms} values={values} />
      <FieldGroup legend={t("seriesEdit.dates")}>
        <SeriesChangeDates />
      </FieldGroup>
      <FormActions sticky>
        <SubmitButton>{t("saveChanges")}</SubmitButton>
        <LinkButton href={back}>{t("cancel")}</LinkButton>
      </FormActions>
    </Form>
  );
}
