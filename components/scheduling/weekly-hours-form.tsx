"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { HoursOfDay, Weekday, WeeklyHours } from "@/lib/features/scheduling/availability/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import type { Locale } from "@/lib/values/locale";
import { WeekdayHours } from "./weekday-hours";

export type HoursRow = { place: number; start: string; end: string };

type WeeklyHoursFormProps = {
  clientId: string;
  hours: WeeklyHours;
  locale: Locale;
  action: ServerAction;
};

const rowsOf = (intervals: HoursOfDay["intervals"]): HoursRow[] =>
  intervals.length === 0
    ? [{ place: 0, start: "", end: "" }]
    : intervals.map(({ start, end }, place) => ({ place, start, end }));

/** The week in which a client is available: several times per weekday, a blank day for never. */
export function WeeklyHoursForm({ clientId, hours, locale, action }: WeeklyHoursFormProps) {
  const t = useTranslations("scheduling.hours");
  const [days, setDays] = useState(() =>
    hours.days.map(({ weekday, intervals }) => ({ weekday, rows: rowsOf(intervals) })),
  );
  const setRows = (weekday: Weekday, rows: HoursRow[]) =>
    setDays(days.map((day) => (day.weekday === weekday ? { weekday, rows } : day)));
  return (
    <Form action={action} guard className="grid max-w-3xl grid-cols-[minmax(0,1fr)]">
      <p className="mb-3 text-muted">{t("help", { zone: hours.timeZone })}</p>
      <input type="hidden" name="clientId" value={clientId} />
      <input type="hidden" name="version" value={hours.version} />
      <div className="divide-y divide-border rounded-lg border border-border bg-surface">
        {days.map(({ weekday, rows }) => (
          <WeekdayHours
            key={weekday}
            weekday={weekday}
            rows={rows}
            locale={locale}
            onChange={(next) => setRows(weekday, next)}
            onCopy={() => setDays(days.map((day) => ({ ...day, rows: rows.map((row) => ({ ...row })) })))}
          />
        ))}
      </div>
      <FormActions sticky>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
