"use client";
import { Pencil, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Dialog } from "@/components/ui/dialog";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Holiday } from "@/lib/features/scheduling/holidays/schema";
import type { ServerAction } from "@/lib/platform/action-state";

type HolidayDialogProps = {
  centerId: string;
  holiday: Holiday | null;
  values: Record<string, string>;
  action: ServerAction;
};

/** Adds or changes a holiday without leaving the list. */
export function HolidayDialog({ centerId, holiday, values, action }: HolidayDialogProps) {
  const t = useTranslations("centers.holidays");
  const title = holiday ? t("editOne", { name: holiday.name }) : t("add");
  const trigger = holiday ? (
    <Button size="sm" variant="ghost" aria-label={title} icon={<Pencil aria-hidden />}>
      {t("edit")}
    </Button>
  ) : (
    <Button variant="primary" icon={<Plus aria-hidden />}>
      {t("add")}
    </Button>
  );
  return (
    <Dialog title={title} trigger={trigger}>
      {(close) => (
        <Form action={action} onDone={close}>
          {holiday && <input type="hidden" name="holidayId" value={holiday.id} />}
          <TextField name="name" label={t("name")} defaultValue={holiday?.name} maxLength={100} required />
          <FieldRow>
            <DateField name="firstDay" label={t("firstDay")} defaultValue={holiday?.firstDay} required />
            <DateField
              name="lastDay"
              label={t("lastDay")}
              help={t("lastDayHelp")}
              defaultValue={holiday && holiday.lastDay !== holiday.firstDay ? holiday.lastDay : undefined}
            />
          </FieldRow>
          <RadioGroup
            name="centerId"
            label={t("where")}
            defaultValue={holiday ? (holiday.centerId ?? "") : centerId}
            options={[
              { value: centerId, label: t("here") },
              { value: "", label: t("everywhere", values) },
            ]}
          />
          <FormActions>
            <SubmitButton>{holiday ? t("save") : t("add")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
