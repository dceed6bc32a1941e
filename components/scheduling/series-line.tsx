"use client";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FieldRow } from "@/components/ui/field-row";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { PlannedOccurrence } from "@/lib/features/scheduling/series/schema";

type SeriesLineProps = {
  occurrence: PlannedOccurrence;
  practitioners: readonly { id: string; name: string }[];
  values: Record<string, string>;
};

/** One date of a series: what stands in its way, and what becomes of it. */
export function SeriesLine({ occurrence, practitioners, values }: SeriesLineProps) {
  const t = useTranslations("sessions.series");
  const { key, label, problems, blocked, date, start } = occurrence;
  const [choice, setChoice] = useState(blocked ? "skip" : "keep");
  const name = (field: string) => `lines.${key}.${field}`;
  const fine = problems.length === 0;
  return (
    <li className="grid gap-x-4 gap-y-1 px-3 py-2.5 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <div className="flex min-w-0 gap-2">
        {fine ? (
          <CircleCheck aria-hidden className="mt-[0.2em] size-4 shrink-0 text-success" />
        ) : (
          <TriangleAlert aria-hidden className="mt-[0.2em] size-4 shrink-0 text-warning" />
        )}
        <div className="min-w-0">
          <p className={choice === "skip" ? "text-muted line-through" : "font-medium"}>{label}</p>
          {problems.map((problem) => (
            <p key={problem} className="text-muted text-sm">
              {problem}
            </p>
          ))}
        </div>
      </div>
      <div className="min-w-0">
        <SelectField
          name={name("choice")}
          label={t("choiceOf", { when: label })}
          hideLabel
          defaultValue={choice}
          options={["keep", "skip", "move", "hand"].map((value) => ({ value, label: t(`choices.${value}`, values) }))}
          onChange={(event) => setChoice(event.target.value)}
        />
        {choice === "move" && (
          <FieldRow>
            <TextField name={name("date")} type="date" label={t("newDate")} defaultValue={date} />
            <TextField name={name("start")} type="time" label={t("newStart")} defaultValue={start} />
          </FieldRow>
        )}
        {choice === "hand" && (
          <SelectField
            name={name("practitionerId")}
            label={t("otherPractitioner", values)}
            options={practitioners.map(({ id, name: label }) => ({ value: id, label }))}
          />
        )}
      </div>
    </li>
  );
}
