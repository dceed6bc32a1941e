"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Dialog } from "@/components/ui/dialog";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { TimeField } from "@/components/ui/time-field";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

/** Plans an absence without leaving the page, unless sessions fall into it: then to who could take them. */
export function TimeOffDialog({ practitionerId, action }: { practitionerId: string; action: ServerAction<number> }) {
  const t = useTranslations("scheduling.timeOff");
  const router = useRouter();
  function done(close: () => void, toCover: number) {
    close();
    if (toCover > 0) router.push(paths.staff.practitionerCover(practitionerId));
  }
  const trigger = (
    <Button size="sm" icon={<Plus aria-hidden />}>
      {t("add")}
    </Button>
  );
  return (
    <Dialog title={t("add")} trigger={trigger}>
      {(close) => (
        <Form action={action} onDone={(toCover) => done(close, toCover)}>
          <input type="hidden" name="practitionerId" value={practitionerId} />
          <FieldRow>
            <DateField name="firstDay" label={t("firstDay")} required />
            <DateField name="lastDay" label={t("lastDay")} help={t("lastDayHelp")} />
          </FieldRow>
          <FieldRow>
            <TimeField name="start" label={t("start")} help={t("hoursHelp")} />
            <TimeField name="end" label={t("end")} />
          </FieldRow>
          <TextField name="reason" label={t("reason")} help={t("reasonHelp")} maxLength={200} />
          <FormActions>
            <SubmitButton>{t("save")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
