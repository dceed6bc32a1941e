import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { momentOf } from "@/lib/features/calendar/day/rules";
import type { DaySession } from "@/lib/features/calendar/day/schema";
import { paths } from "@/lib/paths";
import { addDays } from "@/lib/values/date";
import { formatDate } from "@/lib/values/format";
import type { Day } from "./my-day";

/** Which day, how much of it is left, and the days beside it, in reach of the thumb. */
export function DayHead({ day, sessions }: { day: Day; sessions: readonly DaySession[] }) {
  const t = useTranslations("my-day");
  const left = sessions.filter((one) => ["ahead", "now"].includes(momentOf(one, day.now))).length;
  const beside = (by: number) => paths.staff.myDayOf({ date: addDays(day.date, by) });
  const isToday = day.date === day.today;
  return (
    <header className="mb-4 flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <h1 className="font-semibold text-2xl tracking-tight">{isToday ? t("title") : t("titleOther")}</h1>
        <p className="text-muted">
          {formatDate(day.date, "en", { style: "weekday" })}
          {isToday && sessions.length > 0 && ` · ${t("left", { left, count: sessions.length })}`}
        </p>
      </div>
      <nav aria-label={t("days")} className="flex shrink-0 items-center gap-1">
        {!isToday && (
          <LinkButton href={paths.staff.myDay} size="sm">
            {t("today")}
          </LinkButton>
        )}
        <LinkButton href={beside(-1)} variant="ghost" size="icon" icon={<ChevronLeft aria-hidden />}>
          <span className="sr-only">{t("before")}</span>
        </LinkButton>
        <LinkButton href={beside(1)} variant="ghost" size="icon" icon={<ChevronRight aria-hidden />}>
          <span className="sr-only">{t("after")}</span>
        </LinkButton>
      </nav>
    </header>
  );
}
