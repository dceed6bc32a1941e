import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import type {
  HoursOwner,
  SpecialHours,
  SpecialSearch,
  WeeklyHours,
} from "@/lib/features/scheduling/availability/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { localeOf } from "@/lib/values/locale";
import type { Query } from "@/lib/values/query";
import { SpecialHoursCard } from "./special-hours-card";
import { SpecialHoursForm } from "./special-hours-form";
import { WeeklyHoursCard } from "./weekly-hours-card";
import { WeeklyHoursForm } from "./weekly-hours-form";

type AvailabilityEditorProps = {
  owner: HoursOwner;
  hours: { usual: WeeklyHours; special: readonly SpecialHours[] };
  search: SpecialSearch;
  /** The address of the page itself, with what it is asked. */
  hrefOf: (asked: Query) => string;
  /** Nothing for whoever may only read. */
  actions: { save: ServerAction; saveSpecial: ServerAction; remove: ServerAction } | null;
  /** What else belongs to the owner. */
  children?: ReactNode;
};

/** When somebody is available: the usual week, and what lies over it; or the form for one of those. */
export function AvailabilityEditor({ owner, hours, search, hrefOf, actions, children }: AvailabilityEditorProps) {
  const locale = localeOf(useLocale());
  const { usual, special } = hours;
  const edited = special.find(({ id }) => id === search.edit) ?? null;
  const layer = edited?.layer ?? (search.add && (search.add === "day" ? "DAY" : "RANGE"));
  if (actions && layer) {
    const form = { owner, layer, hours: edited, usual, back: hrefOf({}), action: actions.saveSpecial };
    return <SpecialHoursForm key={edited?.id ?? layer} {...form} />;
  }
  return (
    <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-6">
      {actions ? (
        <WeeklyHoursForm owner={owner} hours={usual} locale={locale} action={actions.save} />
      ) : (
        <WeeklyHoursCard hours={usual} locale={locale} />
      )}
      <SpecialHoursCard owner={owner} hours={special} {...(actions && { may: { hrefOf, remove: actions.remove } })} />
      {children}
    </div>
  );
}
