import { useLocale } from "next-intl";
import type { BookingView } from "@/lib/features/scheduling/booking/schema";
import { formatDate, formatTime } from "@/lib/values/format";
import { isoOf } from "@/lib/values/instant";
import { localeOf } from "@/lib/values/locale";

type BookingDayProps = {
  day: BookingView["days"][number];
  /** The client's own zone, and the center's where it is another. */
  zones: { own: string; other: string | null };
};

/** The free times of one day, one to press each. */
export function BookingDay({ day, zones }: BookingDayProps) {
  const asked = useLocale();
  const locale = localeOf(asked);
  const { own, other } = zones;
  return (
    <fieldset className="min-w-0 rounded-lg border border-border bg-surface p-4">
      <legend className="float-left mb-3 w-full font-semibold">
        {formatDate(day.date, locale, { style: "long" })}
      </legend>
      <div className="clear-both grid grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))] gap-2">
        {day.times.map((time) => (
          <label
            key={time.getTime()}
            className="flex min-h-11 cursor-pointer flex-col items-center justify-center rounded-md border border-edge whitespace-nowrap px-1 py-1.5 text-center text-sm leading-tight sm:text-base hover:bg-hover has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input type="radio" name="startsAt" value={isoOf(time)} className="sr-only" />
            <span className="font-medium tabular-nums">{formatTime(time, { locale, zone: own })}</span>
            {other && (
              <span className="text-xs tabular-nums">{formatTime(time, { locale, zone: other, showZone: true })}</span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
