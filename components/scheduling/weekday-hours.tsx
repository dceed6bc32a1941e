"use client";
import { Copy, Eraser, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { WEEKDAY_KEYS } from "@/lib/features/scheduling/availability/copy";
import type { Locale } from "@/lib/values/locale";
import type { Weekday } from "@/lib/values/weekday";
import { TimeOfDaySelect } from "./time-of-day-select";
import type { HoursRow } from "./week-editor";

const MOST_ROWS = 6;

type WeekdayHoursProps = {
  weekday: Weekday;
  rows: readonly HoursRow[];
  locale: Locale;
  onChange: (rows: HoursRow[]) => void;
  /** Nothing where there is no other day to copy to. */
  onCopy?: () => void;
  /** What stands for the weekday's name. */
  legend?: string;
};

/** The hours of one weekday. */
export function WeekdayHours({ weekday, rows, locale, onChange, onCopy, legend }: WeekdayHoursProps) {
  const t = useTranslations("scheduling.hours");
  const day = legend ?? t(`days.${WEEKDAY_KEYS[weekday]}`);
  const next = Math.max(-1, ...rows.map(({ place }) => place)) + 1;
  const labelOf = (edge: "start" | "end", index: number) =>
    index === 0 ? t(edge === "start" ? "from" : "to") : t(edge === "start" ? "fromRow" : "toRow", { row: index + 1 });
  const isBlank = rows.every(({ start, end }) => start === "" && end === "");
  const set = (place: number, change: Partial<HoursRow>) =>
    onChange(rows.map((row) => (row.place === place ? { ...row, ...change } : row)));
  return (
    <fieldset className="grid min-w-0 gap-x-4 px-4 py-3 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <legend className="float-left mb-1 w-full font-medium sm:mb-0 sm:w-28 sm:pt-7">{day}</legend>
      <div className="clear-both min-w-0 sm:clear-none">
        {rows.map(({ place, start, end }, index) => (
          <div key={place} className="flex items-start gap-2">
            {(["start", "end"] as const).map((edge) => (
              <TimeOfDaySelect
                key={edge}
                name={`hours.${weekday}.${place}.${edge}`}
                label={labelOf(edge, index)}
                hideLabel={index > 0}
                value={edge === "start" ? start : end}
                edge={edge}
                locale={locale}
                onChange={(value) => set(place, { [edge]: value })}
              />
            ))}
            {rows.length > 1 && (
              <div className={index === 0 ? "pt-6" : ""}>
                <IconButton
                  label={t("remove", { row: index + 1 })}
                  icon={<X />}
                  onPress={() => onChange(rows.filter((row) => row.place !== place))}
                />
              </div>
            )}
          </div>
        ))}
        <div className="flex flex-wrap gap-1">
          {rows.length < MOST_ROWS && (
            <Button
              size="sm"
              variant="ghost"
              icon={<Plus />}
              onPress={() => onChange([...rows, { place: next, start: "", end: "" }])}
            >
              {t("add")}
            </Button>
          )}
          <Button
            size="sm"
            variant="ghost"
            icon={<Eraser />}
            isDisabled={isBlank && rows.length === 1}
            onPress={() => onChange([{ place: next, start: "", end: "" }])}
          >
            {t("clear")}
          </Button>
          {onCopy && (
            <Button size="sm" variant="ghost" icon={<Copy />} onPress={onCopy}>
              {t("copy")}
            </Button>
          )}
        </div>
      </div>
    </fieldset>
  );
}
