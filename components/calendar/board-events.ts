import type { EventInput } from "@fullcalendar/react";
import { columnDay, onTheWall } from "@/lib/features/calendar/grid/rules";
import type { CalendarSession } from "@/lib/features/calendar/sessions/schema";
import { instantOf, parseInstant } from "@/lib/values/instant";

const LOOKS: Record<CalendarSession["status"], string> = {
  BOOKED: "session-booked",
  REQUESTED: "session-requested",
  HELD: "session-held",
  NO_SHOW: "session-missed",
};

const wall = (iso: string, zone: string) => onTheWall(parseInstant(iso) ?? instantOf(0), zone);

/** Only what still holds its slot can be moved. */
export const canMove = ({ status }: CalendarSession) => status === "BOOKED" || status === "REQUESTED";

type Options = {
  zone: string;
  /** Whether the viewer may move sessions at all. */
  editable: boolean;
  /** The practitioners whose columns are shown; null where days are. */
  columns: readonly { id: string }[] | null;
};

/** Sessions as the grid draws them: at the hour on the wall of the zone, once for each column they stand in. */
export function boardEvents(sessions: readonly CalendarSession[], { zone, editable, columns }: Options): EventInput[] {
  return sessions.flatMap((session) => {
    const [start, end] = [wall(session.startsAt, zone), wall(session.endsAt, zone)];
    const common = {
      title: session.clients.map(({ name }) => name).join(", "),
      editable: editable && canMove(session),
      class: LOOKS[session.status],
      color: session.colour ? `var(--tag-${session.colour})` : "var(--calendar-plain)",
      contrastColor: "var(--text)",
      extendedProps: { session },
    };
    if (!columns) return [{ ...common, id: session.id, start, end }];
    return session.practitioners.flatMap(({ id }) => {
      const column = columns.findIndex((one) => one.id === id);
      if (column < 0) return [];
      const day = columnDay(column);
      const last = end.slice(0, 10) === start.slice(0, 10) ? day + end.slice(10) : `${columnDay(column + 1)}T00:00:00Z`;
      return [{ ...common, id: `${session.id} ${id}`, start: day + start.slice(10), end: last }];
    });
  });
}

/** From when to when a day is printed: the working day and everything before and after it that is planned. */
export function hoursOnPaper(events: readonly EventInput[]): { slotMinTime: string; slotMaxTime: string } {
  const planned = events.filter(({ display }) => display !== "background");
  const hours = planned.map(({ start, end }) => [String(start), String(end)] as const);
  const over = hours.some(([start, end]) => start.slice(0, 10) !== end.slice(0, 10));
  const first = over ? 0 : Math.min(8, ...hours.map(([start]) => Number(start.slice(11, 13))));
  const last = over
    ? 24
    : Math.max(17, ...hours.map(([, end]) => Math.ceil(Number(end.slice(11, 13)) + Number(end.slice(14, 16)) / 60)));
  return {
    slotMinTime: `${String(first).padStart(2, "0")}:00:00`,
    slotMaxTime: `${String(last).padStart(2, "0")}:00:00`,
  };
}
