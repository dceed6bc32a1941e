import type { SeriesScope } from "@/lib/features/scheduling/series/schema";
import { holdsSlot } from "@/lib/features/scheduling/sessions/changing/rules";
import { whenOf } from "@/lib/features/scheduling/sessions/planning/rules";
import { addDays, daysBetween, type LocalDate, weekdayOf } from "@/lib/values/date";
import { minutesBetween } from "@/lib/values/instant";
import type { ChangeSeriesInput, SeriesSession } from "./schema";

/** Which of a series a change reaches: never what was held or has begun. */
export function reached(
  all: readonly SeriesSession[],
  { sessionId, scope, now }: { sessionId: string; scope: SeriesScope; now: Date },
): SeriesSession[] {
  const opened = all.find(({ id }) => id === sessionId);
  if (!opened) return [];
  const toCome = all.filter(({ status, startsAt }) => holdsSlot(status) && startsAt > now);
  if (scope === "one") return toCome.filter(({ id }) => id === sessionId);
  return scope === "all" ? toCome : toCome.filter(({ startsAt }) => startsAt >= opened.startsAt);
}

const wallOf = ({ wall }: SeriesSession) => {
  const [date = "", start = ""] = wall.split("T");
  return { date, start };
};

export type Changed = {
  before: SeriesSession;
  when: ReturnType<typeof whenOf>;
  wall: string;
  practitionerIds: string[];
  /** What of the row itself is changed, rooms by name. */
  columns: Partial<Pick<SeriesSession, "serviceId" | "location" | "meetingLink">>;
  /** Undefined where it stays. */
  room: string | null | undefined;
};

/**
 * What becomes of each when the opened one is changed so: the same shift in days, the same new hour on the wall, and only
 * what was changed. Whatever else differs from one to the other stays.
 */
export function changeEach(all: readonly SeriesSession[], opened: SeriesSession, input: ChangeSeriesInput): Changed[] {
  const from = wallOf(opened);
  const days = daysBetween(from.date, input.date);
  const isSame = (a: readonly string[], b: readonly string[]) => a.toSorted().join() === b.toSorted().join();
  const stay = isSame(
    opened.practitioners.map(({ id }) => id),
    input.practitionerIds,
  );
  const length = minutesBetween(opened.startsAt, opened.endsAt);
  const columns = Object.fromEntries(
    (["serviceId", "location", "meetingLink"] as const)
      .filter((key) => input[key] !== opened[key])
      .map((key) => [key, input[key]]),
  );
  return all.map((before) => {
    const own = wallOf(before);
    const date = addDays(own.date, days);
    const start = input.start === from.start ? own.start : input.start;
    const minutes = input.minutes === length ? minutesBetween(before.startsAt, before.endsAt) : input.minutes;
    return {
      before,
      when: whenOf({ date, start, minutes }, before.timeZone),
      wall: `${date}T${start}`,
      practitionerIds: stay ? before.practitioners.map(({ id }) => id) : [...input.practitionerIds],
      columns,
      room: input.room === opened.room ? undefined : input.room,
    };
  });
}

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** The rule of the part of a series that begins at `first`, so many days after its former place. */
export function shiftedRule(rule: string, { first, days, count }: { first: LocalDate; days: number; count: number }) {
  const day = Number(first.slice(8));
  const shifted = (name: string) => DAYS[(((DAYS.indexOf(name) + days) % 7) + 7) % 7] ?? name;
  const parts = rule.split(";").flatMap((part) => {
    const [key, value = ""] = part.split("=");
    if (key === "COUNT" || key === "UNTIL") return [];
    if (key === "BYMONTHDAY") return [`BYMONTHDAY=${day}`];
    if (key !== "BYDAY" || days === 0) return [part];
    if (/\d/.test(value)) return [`BYDAY=${day > 28 ? -1 : Math.ceil(day / 7)}${DAYS[weekdayOf(first) - 1]}`];
    const names = value.split(",").map(shifted);
    return [`BYDAY=${names.toSorted((a, b) => DAYS.indexOf(a) - DAYS.indexOf(b)).join(",")}`];
  });
  return [...parts, `COUNT=${count}`].join(";");
}
