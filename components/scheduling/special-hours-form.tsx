import { useLocale, useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { dayForForm } from "@/lib/features/scheduling/availability/rules";
import type { HoursOwner, Layer, SpecialHours, WeeklyHours } from "@/lib/features/scheduling/availability/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { localeOf } from "@/lib/values/locale";
import { WeekEditor } from "./week-editor";

type SpecialHoursFormProps = {
  owner: HoursOwner;
  layer: Layer;
  /** What is changed; null for new ones, which begin with the usual week. */
  hours: SpecialHours | null;
  usual: WeeklyHours;
  back: string;
  action: ServerAction;
};

/** The hours of a season, or of one day, over the usual week. */
export function SpecialHoursForm({ owner, layer, hours, usual, back, action }: SpecialHoursFormProps) {
  const t = useTranslations("scheduling.hours");
  const locale = localeOf(useLocale());
  const isDay = layer === "DAY";
  const hidden = { ...owner, layer, scheduleId: hours?.id ?? "", version: hours?.version ?? 0 };
  return (
    <Form action={action} guard className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-3">
      <h2 className="font-semibold text-lg">{t(isDay ? "dayTitle" : "rangeTitle")}</h2>
      <p className="text-muted">{t(isDay ? "dayHelp" : "rangeHelp", { zone: usual.timeZone })}</p>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name="label"
        label={t(isDay ? "dayLabel" : "label")}
        help={isDay ? undefined : t("labelHelp")}
        defaultValue={hours?.label ?? ""}
        maxLength={60}
        required={!isDay}
      />
      <FieldRow>
        <DateField name="firstDay" label={t(isDay ? "day" : "firstDay")} defaultValue={hours?.firstDay} required />
        {!isDay && <DateField name="lastDay" label={t("lastDay")} defaultValue={hours?.lastDay} required />}
      </FieldRow>
      {isDay ? (
        <WeekEditor days={[dayForForm(hours)]} locale={locale} legend={t("thisDay")} />
      ) : (
        <WeekEditor days={(hours ?? usual).days} locale={locale} />
      )}
      <FormActions sticky>
        <SubmitButton>{t("saveSpecial")}</SubmitButton>
        <LinkButton href={back}>{t("cancel")}</LinkButton>
      </FormActions>
    </Form>
  );
}
