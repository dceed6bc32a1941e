import type { EventInput } from "@fullcalendar/react";
import type { ClosedTime } from "@/lib/features/calendar/closed/schema";
import { columnDay, onTheWall } from "@/lib/features/calendar/grid/rules";
import type { CalendarView } from "@/lib/features/calendar/sessions/rules";
import { addDays, daysBetween, type LocalDate } from "@/lib/values/date";
import { instantOf, parseInstant } from "@/lib/values/instant";

type Options = {
  view: CalendarView;
  zone: string;
  /** The practitioners whose columns are shown; null where days are. */
  columns: readonly { id: string }[] | null;
};

const LOOKS = { hours: "closed-hours", off: "hatched closed-away", holiday: "hatched closed-away" } as const;

const wall = (iso: string, zone: string) => onTheWall(parseInstant(iso) ?? instantOf(0), zone);

/** What is closed as the grid shades it: hours on the wall, in a month the days that are closed, in an agenda rows. */
export function closedEvents(closed: readonly ClosedTime[], { view, zone, columns }: Options): EventInput[] {
  return closed.flatMap((time, place): EventInput[] => {
    const { practitionerId, kind, startsAt, endsAt } = time;
    const [start, end] = [wall(startsAt, zone), wall(endsAt, zone)];
    if (view === "agenda") return kind === "hours" ? [] : rowsOf(time, { start, end });
    const common = { display: "background", class: LOOKS[kind], extendedProps: { closed: time } };
    if (view === "month") return kind === "hours" ? [] : daysIn(start, end).map((days) => ({ ...common, ...days }));
    if (!columns) return [{ ...common, id: `closed ${place}`, start, end }];
    return columns.flatMap(({ id }, column) => {
      if (practitionerId !== null && practitionerId !== id) return [];
      const day = columnDay(column);
      const over = end.slice(0, 10) !== start.slice(0, 10);
      const last = over ? `${columnDay(column + 1)}T00:00:00Z` : day + end.slice(10);
      return [{ ...common, id: `closed ${place} ${id}`, start: day + start.slice(10), end: last }];
    });
  });
}

/** A list has no ground to shade: what is more than the end of a working day stands in a row of its own. */
function rowsOf(time: ClosedTime, { start, end }: { start: string; end: string }): EventInput[] {
  const common = { class: "closed-row", color: "var(--muted)", editable: false, extendedProps: { closed: time } };
  const days = daysIn(start, end);
  return days.length > 0 ? days.map((each) => ({ ...common, ...each })) : [{ ...common, start, end }];
}

const HALF_A_DAY = 12 * 3_600_000;

/** The days of which more than half is closed: whoever is away all day is so on another zone's calendar, too. */
function daysIn(start: string, end: string): { start: LocalDate; end: LocalDate; allDay: true }[] {
  const first = start.slice(0, 10);
  const count = daysBetween(first, end.slice(0, 10)) + 1;
  return Array.from({ length: count }, (_, place) => addDays(first, place)).flatMap((day) => {
    const next = addDays(day, 1);
    const closed = Math.min(Date.parse(end), Date.parse(next)) - Math.max(Date.parse(start), Date.parse(day));
    return closed > HALF_A_DAY ? [{ start: day, end: next, allDay: true as const }] : [];
  });
}
