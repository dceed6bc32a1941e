import { useTranslations } from "next-intl";
import { WeekEditor } from "@/components/scheduling/week-editor";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { WeeklyHours } from "@/lib/features/scheduling/availability/schema";
import type { ServerAction } from "@/lib/platform/action-state";

type OpeningHoursFormProps = {
  centerId: string;
  hours: WeeklyHours;
  values: Record<string, string>;
  action: ServerAction;
};

/** The week in which a center is open. */
export function OpeningHoursForm({ centerId, hours, values, action }: OpeningHoursFormProps) {
  const t = useTranslations("centers");
  return (
    <Form action={action} guard className="grid max-w-3xl grid-cols-[minmax(0,1fr)]">
      <p className="mb-3 text-muted">{t("hoursHelp", { ...values, zone: hours.timeZone })}</p>
      <input type="hidden" name="centerId" value={centerId} />
      <input type="hidden" name="version" value={hours.version} />
      <WeekEditor days={hours.days} locale="en" />
      <FormActions sticky>
        <SubmitButton>{t("saveHours")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
