"use client";
import FullCalendar, {
  type CalendarRef,
  type DateSelectInfo,
  type EventDropInfo,
  type EventResizeDoneInfo,
} from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import interaction from "@fullcalendar/react/interaction";
import list from "@fullcalendar/react/list";
import theme from "@fullcalendar/react/themes/classic";
import timeGrid from "@fullcalendar/react/timegrid";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import type { ClosedTime } from "@/lib/features/calendar/closed/schema";
import { columnDay, columnOf, drawnOn, onTheWall } from "@/lib/features/calendar/grid/rules";
import type { CalendarView } from "@/lib/features/calendar/sessions/rules";
import type { CalendarSession } from "@/lib/features/calendar/sessions/schema";
import type { LocalDate } from "@/lib/values/date";
import { formatTime } from "@/lib/values/format";
import { addMinutes, instantOf } from "@/lib/values/instant";
import { startOfDay, timeIn, toInstant } from "@/lib/values/wall-clock";
import { boardEvents, hoursOnPaper } from "./board-events";
import { closedEvents } from "./closed-events";
import { ClosedFace } from "./closed-face";
import { GridFace } from "./grid-face";
import { usePrinting } from "./use-printing";
import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import "./board.css";

const GRIDS: Record<CalendarView, string> = {
  day: "timeGridDay",
  week: "timeGridWeek",
  month: "dayGridMonth",
  agenda: "agenda",
  team: "team",
};
const PLUGINS = [timeGrid, dayGrid, list, interaction, theme];
const TIME = { hour: "numeric", minute: "2-digit", meridiem: "short" } as const;

/** So many stand side by side and can still be read; the others are counted beside them. */
const ABREAST = { day: 12, week: 3, team: 3, month: 4, agenda: 4 } as const satisfies Record<CalendarView, number>;

/** What can be pressed is never lower (px; WCAG 2.2, 2.5.8). */
const PRESSABLE = 24;

/** A stretch of time somebody drew, in the column of a practitioner where there are columns. */
export type Drawn = { startsAt: Date; endsAt: Date; practitionerId: string | null };
export type MovedSession = Drawn & { session: CalendarSession; revert: () => void };

export type CalendarBoardProps = {
  sessions: readonly CalendarSession[];
  closed: readonly ClosedTime[];
  shown: { view: CalendarView; date: LocalDate; zone: string; otherZone: string | null; centerZone: string; now: Date };
  columns: readonly { id: string; name: string }[];
  may: { add: boolean; move: boolean };
  on: {
    open: (session: CalendarSession) => void;
    move: (moved: MovedSession) => void;
    draw: (drawn: Drawn) => void;
    day: (date: LocalDate) => void;
    /** More stand side by side on that day than can be drawn. */
    crowd: (date: LocalDate) => void;
  };
};

/** The grid itself. It is told wall-clock hours only, so the browser's own zone never comes in. */
export function CalendarBoard({ sessions, closed, shown, columns, may, on }: CalendarBoardProps) {
  const t = useTranslations("team-calendar");
  const calendar = useRef<CalendarRef>(null);
  const printing = usePrinting();
  const { view, date, zone } = shown;
  const isTeam = view === "team";
  const first = isTeam ? columnDay(0) : date;
  useEffect(() => calendar.current?.getApi()?.changeView(GRIDS[view], first), [view, first]);
  const events = useMemo(() => {
    const beside = isTeam ? columns : null;
    const planned = boardEvents(sessions, { zone, editable: may.move, columns: beside });
    return [...planned, ...closedEvents(closed, { view, zone, columns: beside })];
  }, [sessions, closed, view, zone, may.move, isTeam, columns]);
  const drawn = ({ start, end }: { start: Date | null; end: Date | null }): Drawn => {
    const wall = { start: start ?? instantOf(0), end: end ?? start ?? instantOf(0) };
    const practitionerId = isTeam ? (columns[columnOf(wall.start)]?.id ?? null) : null;
    return { ...drawnOn(wall, { zone, column: isTeam ? date : null }), practitionerId };
  };
  const moved = ({ event, revert }: EventDropInfo | EventResizeDoneInfo) =>
    on.move({ ...drawn(event), session: event.extendedProps.session, revert });
  const select = (info: DateSelectInfo) => (info.allDay ? on.day(info.startStr.slice(0, 10)) : on.draw(drawn(info)));
  const now = onTheWall(shown.now, zone);
  return (
    <div className="calendar-board" style={isTeam ? { minWidth: `${4 + columns.length * 9}rem` } : undefined}>
      <FullCalendar
        ref={calendar}
        plugins={PLUGINS}
        initialView={GRIDS[view]}
        initialDate={first}
        timeZone="UTC"
        now={isTeam ? `${columnDay(columns.length)}${now.slice(10)}` : now}
        nowIndicator={!isTeam}
        headerToolbar={false}
        height={printing ? "auto" : "100%"}
        {...(printing && hoursOnPaper(events))}
        allDaySlot={false}
        scrollTime={scrollTime(shown)}
        slotMinHeight={26}
        slotEventOverlap={false}
        slotDuration="00:30:00"
        snapDuration="00:15:00"
        eventTimeFormat={TIME}
        eventMinHeight={PRESSABLE}
        eventMaxStack={ABREAST[view]}
        dayLaneInnerClass="calendar-lane"
        columnMoreLinkClass="calendar-crowd"
        columnMoreLinkInnerClass="calendar-crowd-count"
        rowMoreLinkClass="calendar-more-link"
        moreLinkClick={view === "week" || view === "day" ? ({ date: day }) => on.crowd(dayOf(day)) : "popover"}
        dayMaxEvents
        selectable={may.add}
        selectMirror
        selectMinDistance={4}
        editable={may.move}
        eventResizableFromStart={false}
        eventLongPressDelay={400}
        selectLongPressDelay={400}
        noEventsText={t("none")}
        views={{
          team: { type: "timeGrid", duration: { days: Math.max(1, columns.length) } },
          agenda: { type: "list", duration: { days: 14 } },
        }}
        navLinks={!isTeam}
        navLinkDayClick={(day) => on.day(dayOf(day))}
        {...(isTeam && { dayHeaderContent: ({ date: day }) => columns[columnOf(day)]?.name ?? "" })}
        {...(isTeam && {
          dayHeaderDidMount: ({ el, date: day }) => el.setAttribute("aria-label", columns[columnOf(day)]?.name ?? ""),
        })}
        dayLaneDidMount={reachable}
        slotHeaderContent={({ time }) => <Hour at={minutesOf(time)} shown={shown} />}
        events={events}
        backgroundEventContent={({ event }) => <ClosedFace closed={event.extendedProps.closed} />}
        eventContent={({ event, timeText }) => (
          <GridFace of={event.extendedProps} time={event.allDay ? "" : timeText} view={view} />
        )}
        eventClick={({ event: { extendedProps } }) => extendedProps.session && on.open(extendedProps.session)}
        eventDrop={moved}
        eventResize={moved}
        select={select}
      />
    </div>
  );
}

/** A day without sessions can be reached too, so that the keyboard scrolls through its hours. */
function reachable({ el }: { el: HTMLElement }) {
  el.tabIndex = 0;
}

const dayOf = (wall: Date): LocalDate => wall.toISOString().slice(0, 10);

const minutesOf = (time: { milliseconds: number } | undefined) => (time?.milliseconds ?? 0) / 60_000;

/** The center's working day is in sight, wherever the viewer is. */
function scrollTime({ date, zone, centerZone }: CalendarBoardProps["shown"]): string {
  return `${timeIn(zone, toInstant(date, "07:30", centerZone))}:00`;
}

/** An hour of the first day, in the zone that is looked at and in the other one. */
function Hour({ at, shown }: { at: number; shown: CalendarBoardProps["shown"] }) {
  const instant = addMinutes(startOfDay(shown.date, shown.zone), at);
  const words = (zone: string) => formatTime(instant, { locale: "en", zone }).replace(":00", "");
  return (
    <span className="calendar-hour">
      {shown.otherZone && <span className="calendar-hour-other">{words(shown.otherZone)}</span>}
      <span>{words(shown.zone)}</span>
    </span>
  );
}
