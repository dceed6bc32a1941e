"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { WEEKDAY_KEYS } from "@/lib/features/scheduling/availability/copy";
import { paintedWeek, shareOf } from "@/lib/features/scheduling/availability/rules";
import type { HoursOfDay } from "@/lib/features/scheduling/availability/schema";
import { formatLocalTime } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import { DAY_END, timeOfMinutes } from "@/lib/values/time";
import type { Cell } from "./use-grid-focus";
import { type Painted, usePainting } from "./use-painting";

const STEP_MINUTES = 30;
const WHOLE_DAY = { first: 0, last: 1440 } as const;
/** What is shown until somebody asks for the night too. */
const BY_DAY = { first: 360, last: 1320 } as const;
const LOOKS = {
  all: "bg-accent",
  part: "bg-linear-to-br from-50% from-accent to-50% to-surface",
  none: "bg-surface hover:bg-hover",
} as const;

type WeekPainterProps = {
  days: readonly HoursOfDay[];
  locale: Locale;
  onChange: (days: readonly HoursOfDay[]) => void;
};

/** A week as a grid of half hours that is painted: by mouse, by taps and by keys. */
export function WeekPainter({ days, locale, onChange }: WeekPainterProps) {
  const t = useTranslations("scheduling.hours");
  const [byNight, setByNight] = useState(() =>
    days.some(({ intervals }) =>
      intervals.some(({ start, end }) => start < timeOfMinutes(BY_DAY.first) || end > timeOfMinutes(BY_DAY.last)),
    ),
  );
  const { first, last } = byNight ? WHOLE_DAY : BY_DAY;
  const rows = (last - first) / STEP_MINUTES;
  const timeAt = (row: number) => timeOfMinutes(first + row * STEP_MINUTES);
  const share = ({ column, row }: Cell) =>
    shareOf(days[column]?.intervals ?? [], { start: timeAt(row), end: timeAt(row + 1) });
  const paint = ({ from, to, available }: Painted) => {
    const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
    const stretch = { start: timeAt(Math.min(from.row, to.row)), end: timeAt(Math.max(from.row, to.row) + 1) };
    const weekdays = days.slice(left, right + 1).map(({ weekday }) => weekday);
    onChange(paintedWeek(days, { weekdays, stretch, available }));
  };
  const isAvailable = (cell: Cell) => share(cell) === "all";
  const { stroke, gridProps, cellProps } = usePainting({ columns: days.length, rows, isAvailable, paint });
  const lookAt = (cell: Cell) =>
    stroke && isWithin(cell, stroke) ? (stroke.available ? "bg-accent/60" : "bg-hover") : LOOKS[share(cell)];
  const words = (time: string) => (time === DAY_END ? t("midnight") : formatLocalTime(time, locale));
  const nameOf = ({ weekday }: HoursOfDay) => t(`days.${WEEKDAY_KEYS[weekday]}`);
  return (
    <div className="rounded-lg border border-border bg-surface p-3">
      <p className="mb-3 text-muted text-sm pointer-coarse:hidden">{t("paintHelp")}</p>
      <p className="mb-3 hidden text-muted text-sm pointer-coarse:block">{t("tapHelp")}</p>
      <table
        {...gridProps}
        aria-label={t("asWeek")}
        className="w-full table-fixed select-none border-separate border-spacing-x-px border-spacing-y-0 text-sm"
      >
        <thead>
          <tr>
            <td className="w-15" />
            {days.map((day) => (
              <th key={day.weekday} scope="col" className="truncate pb-1 text-center font-medium">
                <span aria-hidden>{nameOf(day).slice(0, 3)}</span>
                <span className="sr-only">{nameOf(day)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={timeAt(row)}>
              <th scope="row" className="h-6 pr-2 text-right align-top font-normal text-muted text-xs tabular-nums">
                <span className={row % 2 === 0 ? "relative -top-2" : "sr-only"}>
                  {words(timeAt(row)).replace(":00", "")}
                </span>
              </th>
              {days.map((day, column) => (
                <td
                  key={day.weekday}
                  {...cellProps({ column, row })}
                  aria-label={t(share({ column, row }) === "part" ? "partly" : "halfHour", {
                    day: nameOf(day),
                    start: words(timeAt(row)),
                    end: words(timeAt(row + 1)),
                  })}
                  className={`h-6 cursor-pointer border-border border-t border-l focus-visible:outline-2 focus-visible:outline-text focus-visible:-outline-offset-2 ${row % 2 ? "border-dotted" : ""} ${lookAt({ column, row })}`}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {!byNight && (
        <div className="mt-2 flex justify-end">
          <Button size="sm" variant="ghost" onPress={() => setByNight(true)}>
            {t("wholeDay")}
          </Button>
        </div>
      )}
    </div>
  );
}

const between = (value: number, a: number, b: number) => Math.min(a, b) <= value && value <= Math.max(a, b);

function isWithin({ column, row }: Cell, { from, to }: Painted): boolean {
  return between(column, from.column, to.column) && between(row, from.row, to.row);
}
