"use client";
import { ChevronLeft, ChevronRight, Globe, Printer, PrinterX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { CALENDAR_VIEWS, daysShown, stepFrom } from "@/lib/features/calendar/sessions/rules";
import { addDays } from "@/lib/values/date";
import { formatDate, formatDateRange } from "@/lib/values/format";
import { zoneAbbreviation } from "@/lib/values/time-zone";
import type { CalendarState } from "./calendar-state";

type CalendarToolbarProps = {
  state: CalendarState;
  change: (part: Partial<CalendarState>) => void;
  phone: boolean;
  zones: { zone: string; otherZone: string | null; swap: () => void };
  now: Date;
  may: { seeOthers: boolean; print: boolean };
};

function titleOf({ view, date }: CalendarState): string {
  const { first, end } = daysShown(view, date);
  if (view === "month") return formatDate(date, "en", { style: "month" });
  if (view === "day" || view === "team") return formatDate(date, "en", { style: "weekday" });
  return formatDateRange(first, addDays(end, -1), { locale: "en" });
}

/** What counts by zones has come with the grid by the time that somebody presses. */
async function todayIn(zone: string, now: Date) {
  const { dayIn } = await import("@/lib/values/wall-clock");
  return dayIn(zone, now);
}

/** Which days, in which view, in whose time. */
export function CalendarToolbar({ state, change, phone, zones, now, may }: CalendarToolbarProps) {
  const t = useTranslations("team-calendar");
  const { view, date } = state;
  const offered = CALENDAR_VIEWS.filter(
    (one) => (one !== "team" || may.seeOthers) && !(phone && /week|team/.test(one)),
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div className="flex items-center gap-1 print:hidden">
        <Button onPress={async () => change({ date: await todayIn(zones.zone, now) })}>{t("today")}</Button>
        <IconButton
          label={t("previous")}
          icon={<ChevronLeft />}
          onPress={() => change({ date: stepFrom(view, date, -1) })}
        />
        <IconButton
          label={t("next")}
          icon={<ChevronRight />}
          onPress={() => change({ date: stepFrom(view, date, 1) })}
        />
      </div>
      <p aria-live="polite" className="mr-auto font-semibold text-xl">
        {titleOf(state)}
      </p>
      <ZoneButton zones={zones} now={now} />
      <fieldset className="flex rounded-md border border-edge bg-surface p-0.5 print:hidden">
        <legend className="sr-only">{t("view")}</legend>
        {offered.map((one) => (
          <label
            key={one}
            className="cursor-pointer rounded px-2.5 py-1 text-sm has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="calendar-view"
              checked={view === one}
              onChange={() => change({ view: one })}
              className="sr-only"
            />
            {t(`views.${one}`)}
          </label>
        ))}
      </fieldset>
      <span className="hidden print:hidden sm:inline">
        {may.print ? (
          <IconButton label={t("print")} icon={<Printer />} onPress={() => window.print()} />
        ) : (
          <IconButton label={t("printRefused")} icon={<PrinterX />} aria-disabled />
        )}
      </span>
    </div>
  );
}

/** Whose clock the hours are of; the other one stands beside it, and a press changes places. */
function ZoneButton({ zones, now }: Pick<CalendarToolbarProps, "zones" | "now">) {
  const t = useTranslations("team-calendar");
  const { zone, otherZone, swap } = zones;
  const short = (name: string) => zoneAbbreviation(name, now, { locale: "en" });
  if (!otherZone) return <span className="text-muted text-sm">{t("zone", { zone: short(zone) })}</span>;
  return (
    <Button variant="ghost" icon={<Globe aria-hidden />} onPress={swap} aria-label={t("swap", { zone, otherZone })}>
      {t("zones", { zone: short(zone), other: short(otherZone) })}
    </Button>
  );
}
