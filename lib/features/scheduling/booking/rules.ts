import { slotsIn } from "@/lib/features/scheduling/slots/rules";
import type { FreeTime, SlotSearch } from "@/lib/features/scheduling/slots/schema";
import type { LocalDate } from "@/lib/values/date";
import { addMinutes, type Instant, parseInstant } from "@/lib/values/instant";
import { intersect } from "@/lib/values/intervals";
import { dayIn } from "@/lib/values/wall-clock";
import type { Bookable, BookingTerms, OwnSession } from "./schema";

/** Times begin on the half hour. */
const STEP_MINUTES = 30;
const MINUTES_IN_DAY = 1_440;

/** The terms for one client: what was said of it goes before what was set for everybody. */
export function termsFor(client: Pick<Bookable, "portalBooking"> | null, terms: BookingTerms): BookingTerms {
  return { ...terms, mode: client?.portalBooking ?? terms.mode };
}

type Now = { terms: BookingTerms; at: Instant };

/** What the search of free times is asked for a client who books themselves. */
export function searchOf({ terms, at }: Now, minutes: number): SlotSearch {
  const { bufferMinutes, noticeHours, horizonDays, practitionerDaily } = terms;
  const limits = { bufferMinutes, noticeMinutes: noticeHours * 60, horizonDays, mostPerDay: practitionerDaily || null };
  return { range: { start: at, end: addMinutes(at, horizonDays * MINUTES_IN_DAY) }, minutes, limits, now: at };
}

type Offering = {
  client: Pick<Bookable, "planned" | "timeZone">;
  minutes: number;
  terms: BookingTerms;
  /** The session that is moved: it does not stand in its own way. */
  moved?: Pick<OwnSession, "startsAt"> | undefined;
  only?: Instant | undefined;
};

/** The times that are offered of what is free for everybody: on the half hour, and on no day on which the client has enough already. */
export function offeredTimes(found: readonly FreeTime[], { client, minutes, terms, moved, only }: Offering): Instant[] {
  const [first] = found;
  if (!first) return [];
  const { timeZone: zone } = client;
  const counts = new Map<LocalDate, number>();
  for (const text of client.planned) {
    const begins = parseInstant(text);
    if (!begins || begins.getTime() === moved?.startsAt.getTime()) continue;
    const day = dayIn(zone, begins);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const isFull = (time: Instant) => terms.clientDaily > 0 && (counts.get(dayIn(zone, time)) ?? 0) >= terms.clientDaily;
  const free = found.reduce((left, one) => intersect(left, one.free), first.free);
  const starts = only
    ? [only].filter((at) => free.some(({ start, end }) => start <= at && addMinutes(at, minutes) <= end))
    : slotsIn(free, { minutes, step: STEP_MINUTES, timeZone: first.timeZone }).map(({ start }) => start);
  return starts.filter((time) => !isFull(time));
}

/** Times by the day on somebody's clock, the first days that have any from a day on. */
export function daysOf(
  times: readonly Instant[],
  { zone, from, most }: { zone: string; from?: LocalDate | undefined; most: number },
) {
  const days = new Map<LocalDate, Instant[]>();
  for (const time of times) {
    const date = dayIn(zone, time);
    days.set(date, [...(days.get(date) ?? []), time]);
  }
  const all = [...days].map(([date, on]) => ({ date, times: on }));
  const found = all.findIndex(({ date }) => date >= (from ?? ""));
  const begin = Math.max(0, found);
  const before = all[Math.max(0, begin - most)];
  const after = all[begin + most];
  return {
    days: all.slice(begin, begin + most),
    earlier: begin > 0 ? (before?.date ?? null) : null,
    later: after?.date ?? null,
  };
}

/** Whether a client can still cancel or move a session themselves, or why not. */
export function changeAnswer(
  session: Pick<OwnSession, "status" | "startsAt" | "clients" | "portalBooking">,
  { terms: setting, at }: Now,
): { cancel: boolean; move: boolean; why: "off" | "over" | "group" | "late" | "confirmed" | null } {
  const no = (why: "off" | "over" | "group" | "late") => ({ cancel: false, move: false, why });
  const terms = termsFor(session, setting);
  if (terms.mode === "OFF") return no("off");
  if ((session.status !== "REQUESTED" && session.status !== "BOOKED") || session.startsAt <= at) return no("over");
  if (session.clients > 1) return no("group");
  if (session.startsAt < addMinutes(at, terms.changeHours * 60)) return no("late");
  // What staff confirmed is not put somewhere else without their yes.
  const move = terms.mode === "DIRECT" || session.status === "REQUESTED";
  return { cancel: true, move, why: move ? null : "confirmed" };
}
