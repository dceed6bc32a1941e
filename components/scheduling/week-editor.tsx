"use client";
import { useState } from "react";
import type { HoursOfDay, Weekday } from "@/lib/features/scheduling/availability/schema";
import type { Locale } from "@/lib/values/locale";
import { WeekdayHours } from "./weekday-hours";

export type HoursRow = { place: number; start: string; end: string };

const rowsOf = (intervals: HoursOfDay["intervals"]): HoursRow[] =>
  intervals.length === 0
    ? [{ place: 0, start: "", end: "" }]
    : intervals.map(({ start, end }, place) => ({ place, start, end }));

type WeekEditorProps = {
  days: readonly HoursOfDay[];
  locale: Locale;
  /** What stands for the weekday's name where there is one day only. */
  legend?: string;
};

/** A week by its days: several times per weekday, a blank day for none. */
export function WeekEditor({ days: before, locale, legend }: WeekEditorProps) {
  const [days, setDays] = useState(() =>
    before.map(({ weekday, intervals }) => ({ weekday, rows: rowsOf(intervals) })),
  );
  const setRows = (weekday: Weekday, rows: HoursRow[]) =>
    setDays(days.map((day) => (day.weekday === weekday ? { weekday, rows } : day)));
  return (
    <div className="divide-y divide-border rounded-lg border border-border bg-surface">
      {days.map(({ weekday, rows }) => (
        <WeekdayHours
          key={weekday}
          weekday={weekday}
          rows={rows}
          locale={locale}
          onChange={(next) => setRows(weekday, next)}
          {...(legend
            ? { legend }
            : { onCopy: () => setDays(days.map((day) => ({ ...day, rows: rows.map((row) => ({ ...row })) }))) })}
        />
      ))}
    </div>
  );
}
