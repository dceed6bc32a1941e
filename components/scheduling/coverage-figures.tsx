import { useTranslations } from "next-intl";
import { Stat } from "@/components/ui/stat";
import { standingOf } from "@/lib/features/scheduling/coverage/rules";
import type { Coverage, HourOfWeek } from "@/lib/features/scheduling/coverage/schema";
import { formatNumber, formatPercent } from "@/lib/values/format";

type CoverageFiguresProps = { coverage: Coverage; values: Record<string, string> };

/** The week in four numbers. */
export function CoverageFigures({ coverage: { hours, counted }, values }: CoverageFiguresProps) {
  const t = useTranslations("coverage");
  const sum = (of: (hour: HourOfWeek) => number) => hours.reduce((total, hour) => total + of(hour), 0) / 60;
  const [open, booked, wanted] = [sum((hour) => hour.open), sum((hour) => hour.booked), sum((hour) => hour.clients)];
  const uncovered = hours.filter((hour) => ["full", "missing"].includes(standingOf(hour))).length;
  const number = (value: number) => formatNumber(value, "en", { maximumFractionDigits: 1 });
  const share =
    open > 0 ? t("bookedDetail", { ...values, share: formatPercent(booked / open, "en") }) : t("bookedNone");
  return (
    <div className="mb-5 grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Stat label={t("open", values)} value={number(open)} detail={t("openDetail", { ...values, count: counted })} />
      <Stat label={t("booked")} value={number(booked)} detail={share} />
      <Stat label={t("wanted", values)} value={number(wanted)} detail={t("wantedDetail", values)} />
      <Stat label={t("uncovered")} value={number(uncovered)} detail={t("uncoveredDetail", values)} />
    </div>
  );
}
