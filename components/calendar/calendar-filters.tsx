"use client";
import { useTranslations } from "next-intl";
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
          <select
            key={name}
            aria-label={t(`filters.${name}`, terms)}
            value={state[name]}
            onChange={(event) => change({ [name]: event.target.value })}
            className="control min-w-0 max-w-60 flex-1"
          >
            <option value="">{t(`filters.all.${name}`, terms)}</option>
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.name}
              </option>
            ))}
          </select>
        ))}
    </div>
  );
}
