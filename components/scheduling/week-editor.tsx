"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { readWeek } from "@/lib/features/scheduling/availability/rules";
import type { HoursInput, HoursOfDay } from "@/lib/features/scheduling/availability/schema";
import type { Locale } from "@/lib/values/locale";
import type { Weekday } from "@/lib/values/weekday";
import { WeekPainter } from "./week-painter";
import { WeekdayHours } from "./weekday-hours";

export type HoursRow = { place: number; start: string; end: string };
type Day = { weekday: Weekday; rows: HoursRow[] };

const dayOf = ({ weekday, intervals }: HoursOfDay): Day => ({
  weekday,
  rows:
    intervals.length === 0
      ? [{ place: 0, start: "", end: "" }]
      : intervals.map(({ start, end }, place) => ({ place, start, end })),
});

/** What the form would send. */
function sent(days: readonly Day[]): HoursInput {
  const rowsOf = (rows: readonly HoursRow[]) =>
    Object.fromEntries(rows.map(({ place, start, end }) => [String(place), { start, end }]));
  return Object.fromEntries(days.map(({ weekday, rows }) => [String(weekday), rowsOf(rows)]));
}

type WeekEditorProps = {
  days: readonly HoursOfDay[];
  locale: Locale;
  /** What stands for the weekday's name where there is one day only. */
  legend?: string;
};

/** A week of hours: painted, or by exact times with several per weekday and a blank day for none. */
export function WeekEditor({ days: before, locale, legend }: WeekEditorProps) {
  const t = useTranslations("scheduling.hours");
  const [days, setDays] = useState(() => before.map(dayOf));
  const [isPainting, setPainting] = useState(!legend);
  const week = readWeek(sent(days));
  const setRows = (weekday: Weekday, rows: HoursRow[]) =>
    setDays(days.map((day) => (day.weekday === weekday ? { weekday, rows } : day)));
  return (
    <div className="grid min-w-0 gap-3">
      {!legend && (
        <div className="flex gap-1">
          {[true, false].map((painting) => (
            <Button
              key={String(painting)}
              size="sm"
              variant={painting === isPainting ? "secondary" : "ghost"}
              aria-pressed={painting === isPainting}
              isDisabled={painting && "problem" in week}
              onPress={() => setPainting(painting)}
            >
              {t(painting ? "asWeek" : "asTimes")}
            </Button>
          ))}
        </div>
      )}
      {isPainting && "days" in week ? (
        <>
          <WeekPainter days={week.days} locale={locale} onChange={(painted) => setDays(painted.map(dayOf))} />
          {days.flatMap(({ weekday, rows }) =>
            rows.flatMap(({ place, ...times }) =>
              (["start", "end"] as const).map((edge) => (
                <input
                  key={`${weekday}.${place}.${edge}`}
                  type="hidden"
                  name={`hours.${weekday}.${place}.${edge}`}
                  value={times[edge]}
                />
              )),
            ),
          )}
        </>
      ) : (
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
      )}
    </div>
  );
}
