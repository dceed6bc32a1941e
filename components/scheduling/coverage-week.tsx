import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { shownHours, standingOf } from "@/lib/features/scheduling/coverage/rules";
import { type Coverage, type HourOfWeek, STANDINGS } from "@/lib/features/scheduling/coverage/schema";
import { paths } from "@/lib/paths";
import { addDays } from "@/lib/values/date";
import { formatDate, formatDateRange, formatLocalTime, formatNumber } from "@/lib/values/format";
import { timeOfMinutes } from "@/lib/values/time";
import { CoverageGrid } from "./coverage-grid";
import { STANDING_LOOKS } from "./coverage-looks";

const WEEK = [0, 1, 2, 3, 4, 5, 6];

type CoverageWeekProps = { coverage: Coverage; at: string | undefined; values: Record<string, string> };

/** The heat map with what its colours mean. */
export function CoverageWeek({ coverage, at, values }: CoverageWeekProps) {
  const t = useTranslations("coverage");
  const { center, service, first, hours } = coverage;
  const number = (minutes: number) => formatNumber(minutes / 60, "en", { maximumFractionDigits: 1 });
  const timeOf = (hour: number) => formatLocalTime(timeOfMinutes(hour * 60), "en");
  const dayOf = (day: number) => formatDate(addDays(first, day), "en", { style: "weekday" });

  function cellOf({ day, hour, open, free, booked, clients }: HourOfWeek) {
    const standing = standingOf({ open, free, booked, clients });
    const figures = { open: number(open), free: number(free), booked: number(booked), clients: number(clients) };
    const of = `${addDays(first, day)}T${String(hour).padStart(2, "0")}`;
    const said = { ...values, ...figures, day: dayOf(day), time: timeOf(hour), standing: t(`standings.${standing}`) };
    return {
      ...{ standing, open: figures.open, free: figures.free, clients: figures.clients, chosen: of === at },
      href: paths.staff.coverage({ center: center.id, service, week: first, at: of }),
      label: t("hour", said),
    };
  }

  const rows = shownHours(hours).map((hour) => ({
    time: timeOf(hour).replace(":00", ""),
    cells: hours.filter((one) => one.hour === hour).map(cellOf),
  }));
  const week = formatDateRange(first, addDays(first, 6), { locale: "en" });
  return (
    <Card title={t("grid", { week })}>
      <p className="mb-3 text-pretty text-muted text-sm">{t("gridHelp", { ...values, zone: center.timeZone })}</p>
      <CoverageGrid
        label={t("grid", { week })}
        days={WEEK.map((day) => ({ short: dayOf(day).replace(/,.*/, ""), name: dayOf(day) }))}
        rows={rows}
      />
      <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1.5 text-muted text-sm">
        {STANDINGS.map((standing) => (
          <li key={standing} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-3.5 rounded-sm border border-border ${STANDING_LOOKS[standing]}`} />
            {t(`standings.${standing}`)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
