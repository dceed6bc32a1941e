"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FieldRow } from "@/components/ui/field-row";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { PlannedOccurrence } from "@/lib/features/scheduling/series/schema";
import { SeriesDate } from "./series-date";

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
  return (
    <li className="grid gap-x-4 gap-y-1 px-3 py-2.5 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <SeriesDate label={label} problems={problems} gone={choice === "skip"} />
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
