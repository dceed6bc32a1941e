import { addDays, type LocalDate } from "@/lib/values/date";
import { type Instant, isoOf } from "@/lib/values/instant";
import { dayIn, timeIn, toInstant } from "@/lib/values/wall-clock";

/**
 * An instant as the wall clock of a zone shows it, written as if that were UTC: grids that know nothing of zones then
 * draw it at the right hour, whatever zone the browser is in.
 */
export function onTheWall(instant: Instant, zone: string): string {
  return `${dayIn(zone, instant)}T${timeIn(zone, instant)}:00Z`;
}

/** The way back: the instant at which the wall clock of the zone shows that. */
export function offTheWall(wall: Date, zone: string): Instant {
  const [date = "", time = ""] = isoOf(wall).split("T");
  return toInstant(date, time.slice(0, 5), zone);
}

/** Columns of practitioners are days of a calendar nobody looks at, one for each. */
const FIRST_COLUMN: LocalDate = "2001-01-01";
export const columnDay = (column: number): LocalDate => addDays(FIRST_COLUMN, column);
export const columnOf = (wall: Date): number =>
  Math.round((Date.parse(isoOf(wall).slice(0, 10)) - Date.parse(FIRST_COLUMN)) / 86_400_000);

type Wall = { start: Date; end: Date };

/** What was drawn or dropped in a grid, as instants: in columns, the day is the one that is looked at. */
export function drawnOn({ start, end }: Wall, { zone, column }: { zone: string; column: LocalDate | null }) {
  if (column === null) return { startsAt: offTheWall(start, zone), endsAt: offTheWall(end, zone) };
  const place = columnOf(start);
  const inColumn = (wall: Date) => {
    const day = addDays(column, columnOf(wall) - place);
    return toInstant(day, isoOf(wall).slice(11, 16), zone);
  };
  return { startsAt: inColumn(start), endsAt: inColumn(end) };
}

/** What a session's change of place posts: the local day and hour of its own zone, and its length. */
export type Moved = { date: LocalDate; start: string; minutes: number };

export function movedTo({ startsAt, endsAt, zone }: { startsAt: Instant; endsAt: Instant; zone: string }): Moved {
  const minutes = Math.max(5, Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000));
  return { date: dayIn(zone, startsAt), start: timeIn(zone, startsAt), minutes };
}
