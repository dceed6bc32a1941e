import { useTranslations } from "next-intl";
import { DraftActions } from "@/components/drafts/draft-actions";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { NumberField } from "@/components/ui/number-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TimeField } from "@/components/ui/time-field";
import { SESSION_AREAS, SESSION_TYPES, type SessionChoices } from "@/lib/features/scheduling/sessions/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type SessionFormProps = {
  client: { id: string; isPreClient: boolean; practitionerId: string | null; timeZone: string };
  choices: SessionChoices;
  /** What the client's defaults say; everything can be changed. */
  begin: { minutes: number | null; practitionerId: string | null; fundingSourceId: string | null };
  /** The organization's words: session, sessions, client, preClient, practitioner. */
  values: Record<string, string>;
  today: string;
  action: ServerAction;
};

const sameWords = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));
const named = (rows: readonly { id: string; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name }));

/** Records a session that was held. With a pre-client the reportable mark is locked, and says why. */
export function SessionForm({ client, choices, begin, values, today, action }: SessionFormProps) {
  const t = useTranslations("scheduling.sessions");
  const practitionerId = begin.practitionerId ?? client.practitionerId;
  const known = choices.practitioners.some(({ id }) => id === practitionerId);
  return (
    <Form action={action}>
      <input type="hidden" name="clientId" value={client.id} />
      <FieldRow>
        <DateField name="date" label={t("date")} defaultValue={today} required />
        <TimeField name="start" label={t("start")} help={t("zoneHelp", { zone: client.timeZone })} required />
      </FieldRow>
      <FieldRow>
        <NumberField
          name="minutes"
          label={t("lengthInMinutes")}
          defaultValue={begin.minutes ?? 60}
          min={1}
          max={1440}
          required
        />
        <NumberField name="prepMinutes" label={t("prepMinutes")} defaultValue={0} min={0} max={1440} />
      </FieldRow>
      <SelectField
        name="practitionerId"
        label={t("practitioner", values)}
        placeholder=""
        defaultValue={known ? (practitionerId ?? "") : ""}
        options={named(choices.practitioners)}
        required
      />
      <FieldRow>
        <SelectField name="type" label={t("type")} options={sameWords(SESSION_TYPES)} required />
        <SelectField name="area" label={t("area")} placeholder={t("noArea")} options={sameWords(SESSION_AREAS)} />
      </FieldRow>
      <SelectField
        name="fundingSourceId"
        label={t("funding")}
        placeholder={t("noFunding")}
        options={named(choices.fundingSources)}
        defaultValue={begin.fundingSourceId ?? ""}
      />
      <Checkbox
        name="reportable"
        disabled={client.isPreClient}
        defaultChecked={!client.isPreClient}
        help={client.isPreClient ? t("reportableLocked", values) : t("reportableHelp")}
      >
        {t("reportableBox")}
      </Checkbox>
      <TextArea name="notes" label={t("notes")} help={t("notesHelp", values)} rows={6} maxLength={20_000} />
      <FormActions sticky>
        <SubmitButton>{t("save", values)}</SubmitButton>
        <DraftActions back={paths.staff.clientSessions(client.id)} />
      </FormActions>
    </Form>
  );
}
