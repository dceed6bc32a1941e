"use client";
import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Skeleton } from "@/components/ui/skeleton";
import { daysShown } from "@/lib/features/calendar/sessions/rules";
import type { CalendarChoices } from "@/lib/features/calendar/sessions/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { isoOf, minutesBetween } from "@/lib/values/instant";
import { withQuery } from "@/lib/values/query";
import type { Drawn } from "./calendar-board";
import { CalendarFilters, type CalendarTerms } from "./calendar-filters";
import { type CalendarState, useCalendarState, useOwnZone, usePhone } from "./calendar-state";
import { CalendarToolbar } from "./calendar-toolbar";
import { useCalendar } from "./use-calendar";

// The grid is most of the page's weight; what is around it is there first.
const Grid = dynamic(async () => (await import("./calendar-grid")).CalendarGrid, {
  ssr: false,
  loading: () => <Skeleton kind="card" label="" />,
});

export type CalendarDeskProps = {
  initial: CalendarState;
  choices: CalendarChoices;
  /** The center's zone: that of the person, or of the organization. */
  centerZone: string;
  /** What the person may do; `move` is how, and `pages` whether sessions have pages of their own. */
  may: { add: boolean; move: ServerAction | null; seeOthers: boolean; print: boolean };
  /** What the organization calls things. */
  terms: CalendarTerms;
  now: Date;
};

/** A week of a team at a glance, and the hands to change it. */
export function CalendarDesk({ initial, choices, centerZone, may, terms, now }: CalendarDeskProps) {
  const t = useTranslations("team-calendar");
  const router = useRouter();
  const queries = useQueryClient();
  const phone = usePhone();
  const [state, change] = useCalendarState(initial);
  const [inCenter, setInCenter] = useState(false);
  const center = choices.centers.find(({ id }) => id === state.center)?.timeZone ?? centerZone;
  const own = useOwnZone(center);
  const [zone, otherZone] = inCenter ? [center, own] : [own, center];
  // A week has no room on a phone: its agenda is shown, without forgetting what was chosen for the desk.
  const view = phone && (state.view === "week" || state.view === "team") ? "agenda" : state.view;
  const { first, end } = daysShown(view, state.date);
  const { center: centerId, practitioner, service } = state;
  const { data, isError } = useCalendar({
    ...{ first, end, zone, center: centerId, practitioner, service },
    columns: view === "team" ? "1" : "",
  });
  const columns = useMemo(
    () =>
      choices.practitioners.filter(
        (one) => (!practitioner || one.id === practitioner) && (!centerId || one.centerId === centerId),
      ),
    [choices.practitioners, practitioner, centerId],
  );
  const draw = ({ startsAt, endsAt, practitionerId }: Drawn) => {
    const chosen = practitionerId ?? practitioner;
    const minutes = String(Math.round(minutesBetween(startsAt, endsAt)));
    const at = centerId || choices.practitioners.find(({ id }) => id === chosen)?.centerId;
    router.push(
      withQuery(paths.staff.newSession, { startsAt: isoOf(startsAt), minutes, practitioner: chosen, center: at }),
    );
  };
  useShortcuts(change);
  return (
    <div className="flex flex-col lg:min-h-[36rem] gap-3 lg:h-[calc(100dvh-9rem)] print:block print:h-auto">
      <CalendarToolbar
        state={{ ...state, view }}
        change={change}
        phone={phone}
        zones={{ zone, otherZone: zone === otherZone ? null : otherZone, swap: () => setInCenter(!inCenter) }}
        now={now}
        may={may}
      />
      {!may.print && <p className="hidden print:block">{t("printRefused")}</p>}
      <CalendarFilters state={state} change={change} choices={choices} seeOthers={may.seeOthers} terms={terms} />
      {isError && <Banner tone="warning">{t("offline")}</Banner>}
      {data?.more && <Banner tone="info">{t("more")}</Banner>}
      <section
        aria-label={t("grid")}
        className={`h-[calc(100dvh-18rem)] min-h-[26rem] overflow-x-auto rounded-lg border border-border bg-surface lg:h-auto lg:min-h-0 lg:flex-1 ${may.print ? "print:h-auto print:overflow-visible print:border-0" : "print:hidden"}`}
      >
        <Grid
          sessions={data?.sessions ?? []}
          closed={data?.closed ?? []}
          shown={{
            ...{ view, zone, now },
            date: view === "month" ? state.date : first,
            otherZone: zone === otherZone ? null : otherZone,
            centerZone: center,
          }}
          columns={columns}
          may={may}
          on={{
            draw,
            day: (date) => change({ view: "day", date }),
            crowd: (date) => change({ view: may.seeOthers && !phone ? "team" : "agenda", date }),
            changed: () => queries.invalidateQueries({ queryKey: ["calendar"] }),
          }}
        />
      </section>
    </div>
  );
}

const VIEW_KEYS = { d: "day", w: "week", m: "month", a: "agenda", c: "team" } as const;

/** One key for each view, as in other calendars; never while something is typed or a window is open. */
function useShortcuts(change: (part: Partial<CalendarState>) => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.closest("input, select, textarea, [contenteditable], [role=dialog]");
      const view = VIEW_KEYS[event.key as keyof typeof VIEW_KEYS];
      if (view && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) change({ view });
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
}
