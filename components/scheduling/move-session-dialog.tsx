"use client";
import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Dialog } from "@/components/ui/dialog";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { NumberField } from "@/components/ui/number-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TimeField } from "@/components/ui/time-field";
import { moveSessionAction } from "@/lib/features/scheduling/sessions/actions";

type MoveSessionDialogProps = {
  session: { id: string; date: string; start: string; minutes: number; timeZone: string };
  trigger: ReactElement;
  values: Record<string, string>;
};

/** Another day, hour or length for a session. */
export function MoveSessionDialog({ session, trigger, values }: MoveSessionDialogProps) {
  const t = useTranslations("sessions");
  return (
    <Dialog title={t("moveTitle", values)} trigger={trigger}>
      {(close) => (
        <Form action={moveSessionAction} onDone={close}>
          <input type="hidden" name="sessionId" value={session.id} />
          <p className="mb-3 text-muted">{t("whenHelp", { zone: session.timeZone })}</p>
          <DateField name="date" label={t("date")} defaultValue={session.date} required />
          <FieldRow>
            <TimeField name="start" label={t("start")} defaultValue={session.start} required />
            <NumberField
              name="minutes"
              label={t("lengthInMinutes")}
              defaultValue={session.minutes}
              min={1}
              max={1440}
              required
            />
          </FieldRow>
          <FormActions>
            <SubmitButton>{t("move")}</SubmitButton>
            <Button onPress={close}>{t("cancel")}</Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
