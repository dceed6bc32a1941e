"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { SelectField } from "@/components/ui/select-field";
import { formatLocalTime } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import { DAY_END, timeOfMinutes } from "@/lib/values/time";

const STEP_MINUTES = 15;
const MINUTES_IN_DAY = 1440;
const DAY_BEGINS: number = 0;

type TimeOfDaySelectProps = {
  name: string;
  label: string;
  hideLabel?: boolean;
  value: string;
  /** An end may be midnight, a start may not. */
  edge: "start" | "end";
  locale: Locale;
  onChange: (value: string) => void;
};

function quarterHours(edge: "start" | "end"): string[] {
  const first = edge === "start" ? DAY_BEGINS : STEP_MINUTES;
  const steps = MINUTES_IN_DAY / STEP_MINUTES;
  return Array.from({ length: steps }, (_, index) => timeOfMinutes(first + index * STEP_MINUTES));
}

/** A time of day by the quarter of an hour, or none; times between, from elsewhere, stay as they are. */
export function TimeOfDaySelect({ value, edge, locale, onChange, ...field }: TimeOfDaySelectProps) {
  const t = useTranslations("scheduling.hours");
  const midnight = t("midnight");
  const options = useMemo(() => {
    const times = quarterHours(edge);
    const all = value === "" || times.includes(value) ? times : [...times, value].sort();
    return all.map((time) => ({ value: time, label: time === DAY_END ? midnight : formatLocalTime(time, locale) }));
  }, [edge, value, locale, midnight]);
  return (
    <div className="min-w-0 flex-1">
      <SelectField
        {...field}
        placeholder={t("blank")}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={options}
      />
    </div>
  );
}
