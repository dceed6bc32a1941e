"use client";
import { CalendarRange } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldRow } from "@/components/ui/field-row";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { planSeriesAction } from "@/lib/features/scheduling/series/actions";
import { SeriesPlan } from "./series-plan";
import { useSeriesDates } from "./use-series-dates";

type SeriesFieldsProps = { practitioners: readonly { id: string; name: string }[]; values: Record<string, string> };

/** Whether a session repeats, and every date of it before anything is saved. */
export function SeriesFields({ practitioners, values }: SeriesFieldsProps) {
  const t = useTranslations("sessions.series");
  const [every, setEvery] = useState("");
  const { dates, found, problem, busy, show, clear } = useSeriesDates(planSeriesAction);
  return (
    <>
      <FieldRow>
        <SelectField
          name="repeat.every"
          label={t("repeats")}
          options={["", "week", "month-day", "month-weekday"].map((value) => ({
            value,
            label: t(`every.${value || "once"}`),
          }))}
          onChange={(event) => {
            setEvery(event.target.value);
            clear();
          }}
        />
        {every !== "" && (
          <>
            <TextField
              name="repeat.interval"
              type="number"
              min={1}
              max={12}
              label={t(every === "week" ? "everyWeeks" : "everyMonths")}
              defaultValue={1}
            />
            <TextField name="repeat.count" type="number" min={2} max={104} label={t("count")} defaultValue={8} />
            <TextField name="repeat.until" type="date" label={t("until")} />
          </>
        )}
      </FieldRow>
      {every !== "" && (
        <div className="mb-3">
          <Button icon={<CalendarRange aria-hidden />} pending={busy} onPress={() => void show()}>
            {t(dates ? "showAgain" : "show")}
          </Button>
          <p aria-live="polite" className="pt-2 text-muted text-sm">
            {problem ?? (found ? t("dates", { ...values, ...found }) : t("help"))}
          </p>
          {dates && (
            <SeriesPlan
              key={dates.map(({ key }) => key).join()}
              plan={dates}
              practitioners={practitioners}
              values={values}
            />
          )}
        </div>
      )}
    </>
  );
}
