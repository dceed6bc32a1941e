"use client";
import { useTranslations } from "next-intl";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { CalendarSession } from "@/lib/features/calendar/sessions/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { placeOf } from "./use-moving";

type MoveFormProps = { session: CalendarSession; action: ServerAction; onDone: () => void };

/** Moves a session without dragging: the day and the hour where it takes place, and how long. */
export function MoveForm({ session, action, onDone }: MoveFormProps) {
  const t = useTranslations("team-calendar");
  const { date, start, minutes } = placeOf(session);
  return (
    <Form action={action} onDone={onDone}>
      <input type="hidden" name="sessionId" value={session.id} />
      <p className="mb-2 text-muted text-sm">{t("moveZone", { zone: session.timeZone.replaceAll("_", " ") })}</p>
      <FieldRow>
        <TextField name="date" type="date" label={t("day")} defaultValue={date} required />
        <TextField name="start" type="time" label={t("start")} defaultValue={start} required />
        <TextField
          name="minutes"
          type="number"
          min={5}
          max={1440}
          label={t("minutes")}
          defaultValue={minutes}
          required
        />
      </FieldRow>
      <FormActions>
        <SubmitButton>{t("moveSave")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
