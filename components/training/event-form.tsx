"use client";
import { useTranslations } from "next-intl";
import { DraftActions } from "@/components/drafts/draft-actions";
import { DateField } from "@/components/ui/date-field";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { NumberField } from "@/components/ui/number-field";
import { RadioGroup } from "@/components/ui/radio-group";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { TimeField } from "@/components/ui/time-field";
import { createEventAction, editEventAction } from "@/lib/features/training/actions";
import type { EventDraft } from "@/lib/features/training/schema";
import { paths } from "@/lib/paths";

type EventFormProps = {
  draft: EventDraft;
  centers: { id: string; name: string; timeZone: string }[];
};

/** Makes an event or changes one; days and times are those of the center's clocks. */
export function EventForm({ draft, centers }: EventFormProps) {
  const t = useTranslations("training.staff");
  const { event } = draft;
  return (
    <Form action={event ? editEventAction : createEventAction}>
      {event && <input type="hidden" name="eventId" value={event.id} />}
      <TextField name="title" label={t("name")} defaultValue={draft.title} required />
      <TextArea name="description" label={t("description")} rows={6} defaultValue={draft.description} />
      <SelectField
        name="centerId"
        label={t("center")}
        help={t("timesHelp")}
        defaultValue={draft.centerId}
        options={centers.map(({ id, name, timeZone }) => ({ value: id, label: `${name} (${timeZone})` }))}
        required
      />
      <FieldRow>
        <DateField name="date" label={t("day")} defaultValue={draft.date} required />
        <TimeField name="startTime" label={t("start")} defaultValue={draft.startTime} required />
        <TimeField name="endTime" label={t("end")} defaultValue={draft.endTime} required />
      </FieldRow>
      <TextField name="location" label={t("location")} help={t("locationHelp")} defaultValue={draft.location} />
      <TextField name="onlineUrl" type="url" label={t("url")} help={t("urlHelp")} defaultValue={draft.onlineUrl} />
      <NumberField
        name="capacity"
        label={t("capacity")}
        help={t("capacityHelp")}
        min={1}
        defaultValue={draft.capacity}
      />
      <FieldRow>
        <DateField name="closesOn" label={t("closesOn")} help={t("closesHelp")} defaultValue={draft.closesOn} />
        <TimeField name="closesAt" label={t("closesAt")} defaultValue={draft.closesAt} />
      </FieldRow>
      <RadioGroup
        name="audience"
        label={t("audienceHelp")}
        defaultValue={draft.audience}
        options={(["CLIENTS", "PUBLIC"] as const).map((value) => ({
          value,
          label: t(`audience${value}`),
          help: t(`audience${value}Help`),
        }))}
        required
      />
      {event && <p className="mb-2 text-muted text-sm">{t("tellHelp")}</p>}
      <FormActions sticky>
        <SubmitButton>{t(event ? "save" : "saveNew")}</SubmitButton>
        <DraftActions back={event ? paths.staff.event(event.id) : paths.staff.events} />
      </FormActions>
    </Form>
  );
}
