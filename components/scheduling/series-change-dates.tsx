"use client";
import { CalendarRange } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { previewSeriesAction } from "@/lib/features/scheduling/series/changing/actions";
import { SeriesDate } from "./series-date";
import { useSeriesDates } from "./use-series-dates";

/** Every date the form around would change, with its new time and what stands in its way. */
export function SeriesChangeDates() {
  const t = useTranslations("sessions.seriesEdit");
  const { dates, found, problem, busy, show } = useSeriesDates(previewSeriesAction);
  return (
    <div className="mb-3">
      <Button icon={<CalendarRange aria-hidden />} pending={busy} onPress={() => void show()}>
        {t(dates ? "showAgain" : "show")}
      </Button>
      <p aria-live="polite" className="pt-2 text-muted text-sm">
        {problem ?? (found ? t("summary", found) : t("previewHelp"))}
      </p>
      {dates && dates.length > 0 && (
        <ol aria-label={t("dates")} className="mt-2 divide-y divide-border rounded-lg border border-border bg-surface">
          {dates.map(({ key, label, problems, formerly }) => (
            <li key={key} className="px-3 py-2.5">
              <SeriesDate
                label={label}
                problems={problems}
                detail={formerly ? t("formerly", { when: formerly }) : null}
              />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
