import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { hoursText, WEEKDAY_KEYS } from "@/lib/features/scheduling/availability/copy";
import type { WeeklyHours } from "@/lib/features/scheduling/availability/schema";
import type { Locale } from "@/lib/values/locale";

type WeeklyHoursCardProps = { hours: WeeklyHours; locale: Locale; actions?: ReactNode };

/** When a client is available, day by day. */
export function WeeklyHoursCard({ hours, locale, actions }: WeeklyHoursCardProps) {
  const t = useTranslations("scheduling.hours");
  return (
    <Card title={t("title")} actions={actions}>
      {hours.version === 0 ? (
        <p className="text-muted">{t("never")}</p>
      ) : (
        <>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
            {hours.days.map(({ weekday, intervals }) => (
              <div key={weekday} className="contents">
                <dt className="text-muted">{t(`days.${WEEKDAY_KEYS[weekday]}`)}</dt>
                <dd className="tabular-nums">{hoursText(intervals, locale) ?? t("unavailable")}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 text-muted text-xs">{t("zone", { zone: hours.timeZone })}</p>
        </>
      )}
    </Card>
  );
}
