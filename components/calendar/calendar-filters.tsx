"use client";
import { useTranslations } from "next-intl";
import { SelectBox } from "@/components/ui/select-box";
import type { CalendarChoices } from "@/lib/features/calendar/sessions/schema";
import type { CalendarFilter } from "./calendar-state";

export type CalendarTerms = Record<"center" | "centers" | "practitioner" | "practitioners", string>;
type CalendarFiltersProps = {
  state: CalendarFilter;
  change: (part: Partial<CalendarFilter>) => void;
  choices: CalendarChoices;
  seeOthers: boolean;
  terms: CalendarTerms;
};

/** Whose sessions, where and of which service. */
export function CalendarFilters({ state, change, choices, seeOthers, terms }: CalendarFiltersProps) {
  const t = useTranslations("team-calendar");
  const lists = [
    { name: "center" as const, options: choices.centers },
    ...(seeOthers ? [{ name: "practitioner" as const, options: choices.practitioners }] : []),
    { name: "service" as const, options: choices.services },
  ];
  return (
    <div className="flex items-center gap-2 print:hidden">
      {lists
        .filter(({ options }) => options.length > 1)
        .map(({ name, options }) => (
          <div key={name} className="min-w-0 max-w-60 flex-1">
            <SelectBox
              aria-label={t(`filters.${name}`, terms)}
              value={state[name]}
              onChange={(event) => change({ [name]: event.target.value })}
              placeholder={t(`filters.all.${name}`, terms)}
              options={options.map((option) => ({ value: option.id, label: option.name }))}
            />
          </div>
        ))}
    </div>
  );
}
