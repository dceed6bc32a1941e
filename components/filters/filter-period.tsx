"use client";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { FilterValue, Period } from "@/lib/features/filters/schema";

const NAMED = [
  "today",
  "yesterday",
  "this_week",
  "last_week",
  "this_month",
  "last_month",
  "this_year",
  "last_year",
] as const;
type Named = (typeof NAMED)[number];
const USUAL_DAYS = 30;
const MOST_DAYS = 36_500;

type FilterPeriodProps = { name: string; value: FilterValue | undefined; onChange: (value: Period) => void };

function periodOf(value: FilterValue | undefined): Period {
  const isPeriod = typeof value === "object" && ("start" in value || "lastDays" in value || "named" in value);
  return isPeriod ? (value as Period) : { start: null, end: null };
}

/** A period: any start and any end, the last so many days, or one with a name. */
export function FilterPeriod({ name, value, onChange }: FilterPeriodProps) {
  const t = useTranslations("saved-filters");
  const period = periodOf(value);
  const kind = "named" in period ? period.named : "start" in period ? "range" : "lastDays";
  function choose(next: string) {
    const named = NAMED.find((each): each is Named => each === next);
    if (named) onChange({ named });
    else onChange(next === "lastDays" ? { lastDays: USUAL_DAYS } : { start: null, end: null });
  }
  return (
    <div className="grid gap-x-2 gap-y-1 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <SelectField
          name={`${name}-period`}
          label={t("period")}
          value={kind}
          onChange={(event) => choose(event.target.value)}
          options={["range", "lastDays", ...NAMED].map((each) => ({ value: each, label: t(`periods.${each}`) }))}
        />
      </div>
      {"start" in period &&
        (["start", "end"] as const).map((end) => (
          <DateField
            key={end}
            name={`${name}-${end}`}
            label={t(end === "start" ? "from" : "until")}
            defaultValue={period[end] ?? undefined}
            onChange={(day) => onChange({ ...period, [end]: day })}
          />
        ))}
      {"lastDays" in period && (
        <TextField
          name={`${name}-days`}
          label={t("days")}
          type="number"
          min={1}
          max={MOST_DAYS}
          defaultValue={period.lastDays}
          onChange={({ target }) => onChange({ lastDays: Math.min(MOST_DAYS, Math.max(1, Number(target.value) || 1)) })}
        />
      )}
    </div>
  );
}
