import { useTranslations } from "next-intl";
import { DraftActions } from "@/components/drafts/draft-actions";
import { FieldGroup } from "@/components/ui/field-group";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SessionDraft } from "@/lib/features/scheduling/sessions/drafting/schema";
import { SESSION_AREAS, SESSION_TYPES, type SessionChoices } from "@/lib/features/scheduling/sessions/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { PeopleField } from "./people-field";
import { SeriesFields } from "./series-fields";
import { SessionNotesFields } from "./session-notes-fields";
import { SessionReportFields } from "./session-report-fields";
import { SessionWhenFields } from "./session-when-fields";
import { SessionWhereFields } from "./session-where-fields";

type SessionFormProps = {
  draft: SessionDraft;
  choices: SessionChoices;
  /** The organization's words: session, sessions, client, preClient, practitioner. */
  values: Record<string, string>;
  /** Whether the person reads and writes what is for staff only. */
  staff: boolean;
  back: string;
  action: ServerAction;
};

const sameWords = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));
const named = (rows: readonly { id: string; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name }));

/** Plans a session or changes it: who, when, what, where, and what is noted for whom. */
export function SessionForm({ draft, choices, values, staff, back, action }: SessionFormProps) {
  const t = useTranslations("sessions");
  const everybody = choices.practitioners.map(({ id, name }) => ({ id, label: name }));
  const types =
    SESSION_TYPES.includes(draft.type as never) || !draft.type ? SESSION_TYPES : [draft.type, ...SESSION_TYPES];
  const areas =
    SESSION_AREAS.includes(draft.area as never) || !draft.area ? SESSION_AREAS : [draft.area, ...SESSION_AREAS];
  return (
    <Form action={action} className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-y-1">
      {draft.session && (
        <>
          <input type="hidden" name="sessionId" value={draft.session.id} />
          <input type="hidden" name="version" value={draft.session.version} />
        </>
      )}
      <FieldGroup legend={t("who")}>
        <PeopleField
          name="clientIds"
          label={t("clients", values)}
          placeholder={t("findClient", values)}
          chosen={draft.clients}
          from={paths.api.sessionClients}
        />
        <PeopleField
          name="practitionerIds"
          label={t("practitioners", values)}
          placeholder={t("findPractitioner", values)}
          chosen={everybody.filter(({ id }) => draft.practitionerIds.includes(id))}
          from={everybody}
        />
      </FieldGroup>
      <SessionWhenFields draft={draft}>
        {!draft.session && <SeriesFields practitioners={choices.practitioners} values={values} />}
      </SessionWhenFields>
      <FieldGroup legend={t("what")}>
        <FieldRow>
          <SelectField name="type" label={t("type")} options={sameWords(types)} defaultValue={draft.type} required />
          <SelectField
            name="serviceId"
            label={t("service")}
            placeholder={t("noService")}
            options={named(choices.services)}
            defaultValue={draft.serviceId}
          />
          <SelectField
            name="area"
            label={t("area")}
            placeholder={t("noArea")}
            options={sameWords(areas)}
            defaultValue={draft.area}
          />
        </FieldRow>
        {!draft.session && (
          <SessionReportFields
            funding={named(choices.fundingSources)}
            chosen={draft.fundingSourceId}
            locked={draft.onlyPreClients}
            values={values}
          />
        )}
      </FieldGroup>
      <SessionWhereFields draft={draft} rooms={choices.rooms} values={values} />
      <SessionNotesFields draft={draft} values={values} staff={staff} />
      <FormActions sticky>
        <SubmitButton>{t(draft.session ? "saveChanges" : "save", values)}</SubmitButton>
        <DraftActions back={back} />
      </FormActions>
    </Form>
  );
}
