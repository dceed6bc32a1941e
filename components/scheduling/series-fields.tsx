"use client";
import { CalendarRange } from "lucide-react";
import { useTranslations } from "next-intl";
import { useContext, useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldRow } from "@/components/ui/field-row";
import { FormContext } from "@/components/ui/form-context";
import { formDataOf, valuesIn } from "@/components/ui/form-values";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { planSeriesAction } from "@/lib/features/scheduling/series/actions";
import type { PlannedOccurrence } from "@/lib/features/scheduling/series/schema";
import { SeriesPlan } from "./series-plan";

type SeriesFieldsProps = { practitioners: readonly { id: string; name: string }[]; values: Record<string, string> };

/** Whether a session repeats, and every date of it before anything is saved. */
export function SeriesFields({ practitioners, values }: SeriesFieldsProps) {
  const t = useTranslations("sessions.series");
  const { formElement } = useContext(FormContext);
  const [every, setEvery] = useState("");
  const [plan, setPlan] = useState<PlannedOccurrence[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function show() {
    if (!formElement.current) return;
    setBusy(true);
    const answer = await planSeriesAction(null, formDataOf(valuesIn(formElement.current)));
    setBusy(false);
    setPlan(answer.ok ? answer.data : null);
    setProblem(answer.ok ? null : ([answer.refusal.message, ...Object.values(answer.refusal.fields)].at(-1) ?? null));
  }
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
            setPlan(null);
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
            {t(plan ? "showAgain" : "show")}
          </Button>
          <p aria-live="polite" className="pt-2 text-muted text-sm">
            {problem ??
              (plan
                ? t("dates", {
                    ...values,
                    count: plan.length,
                    problems: plan.filter((each) => each.problems.length > 0).length,
                  })
                : t("help"))}
          </p>
          {plan && (
            <SeriesPlan
              key={plan.map(({ key }) => key).join()}
              plan={plan}
              practitioners={practitioners}
              values={values}
            />
          )}
        </div>
      )}
    </>
  );
}
