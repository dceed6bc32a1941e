import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { HoursOwner, WeeklyHours } from "@/lib/features/scheduling/availability/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import type { Locale } from "@/lib/values/locale";
import { WeekEditor } from "./week-editor";

type WeeklyHoursFormProps = {
  owner: HoursOwner;
  hours: WeeklyHours;
  locale: Locale;
  action: ServerAction;
};

/** The week in which a client or practitioner is available: several times per weekday, a blank day for never. */
export function WeeklyHoursForm({ owner, hours, locale, action }: WeeklyHoursFormProps) {
  const t = useTranslations("scheduling.hours");
  return (
    <Form action={action} guard className="grid max-w-3xl grid-cols-[minmax(0,1fr)]">
      <p className="mb-3 text-muted">{t("help", { zone: hours.timeZone })}</p>
      {Object.entries(owner).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="version" value={hours.version} />
      <WeekEditor days={hours.days} locale={locale} />
      <FormActions sticky>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
