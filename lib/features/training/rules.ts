import type { Submitted } from "@/lib/platform/action-state";
import { addDays } from "@/lib/values/date";
import { formatDateTime, formatDay, formatTimeRange } from "@/lib/values/format";
import { addSeconds, isBefore } from "@/lib/values/instant";
import type { Locale } from "@/lib/values/locale";
import { dayIn, timeIn, toInstant } from "@/lib/values/wall-clock";
import type { EventDraft, EventInput, EventView } from "./schema";

export type EventTimes = { startsAt: Date; endsAt: Date; registrationClosesAt: Date | null };
export type TimesProblem = { field: "endTime" | "closesOn"; code: "end_before_start" | "closes_after_start" };

/** The moments an event's wall-clock times mean in the center's zone. */
export function eventTimes(input: EventInput, timeZone: string): EventTimes {
  const startsAt = toInstant(input.date, input.startTime, timeZone);
  const endsAt = toInstant(input.date, input.endTime, timeZone);
  // A deadline without a time is the end of that day, but never after the event has begun.
  const closes = input.closesOn ? toInstant(input.closesOn, input.closesAt ?? "24:00", timeZone) : null;
  const sameDay = closes !== null && input.closesOn === input.date && isBefore(startsAt, closes);
  return { startsAt, endsAt, registrationClosesAt: sameDay ? startsAt : closes };
}

export function timesProblem({ startsAt, endsAt, registrationClosesAt }: EventTimes): TimesProblem | null {
  if (!isBefore(startsAt, endsAt)) return { field: "endTime", code: "end_before_start" };
  if (registrationClosesAt && isBefore(startsAt, registrationClosesAt))
    return { field: "closesOn", code: "closes_after_start" };
  return null;
}

type Registrable = Pick<EventView, "status" | "audience" | "startsAt" | "endsAt" | "registrationClosesAt">;
export type RegistrationBlocker = "not_published" | "event_cancelled" | "clients_only" | "event_over" | "closed";

/** Why nobody of this kind can register now; null when they can. Whether a seat is free is another question. */
export function registrationBlocker(
  event: Registrable,
  { now, by }: { now: Date; by: "contact" | "public" | "staff" },
): RegistrationBlocker | null {
  if (event.status === "CANCELLED") return "event_cancelled";
  if (event.status === "DRAFT") return "not_published";
  if (by === "public" && event.audience !== "PUBLIC") return "clients_only";
  // Staff add who stands in the door, deadline or not.
  if (by === "staff") return isBefore(now, event.endsAt) ? null : "event_over";
  if (!isBefore(now, event.startsAt)) return "event_over";
  const closes = event.registrationClosesAt;
  return closes && !isBefore(now, closes) ? "closed" : null;
}

/** Free seats; null when there is no limit. */
export function seatsLeft({ capacity, seatsTaken }: Pick<EventView, "capacity" | "seatsTaken">): number | null {
  return capacity === null ? null : Math.max(0, capacity - seatsTaken);
}

/** Whether a seat that becomes free now goes to the next in line: until the event begins, and while it takes place. */
export function movesUp(event: Pick<EventView, "status" | "startsAt">, now: Date): boolean {
  return event.status === "PUBLISHED" && isBefore(now, event.startsAt);
}

type Timed = Pick<EventView, "startsAt" | "endsAt" | "timeZone">;

/** "Tuesday, December 1, 2026, 6:00 – 8:00 PM CST": the event's own zone, named. */
export function eventWhen({ startsAt, endsAt, timeZone: zone }: Timed, locale: Locale): string {
  const day = formatDay(startsAt, { locale, zone, style: "long" });
  return `${day}, ${formatTimeRange(startsAt, endsAt, { locale, zone, showZone: true })}`;
}

export function deadlineText(event: Pick<EventView, "registrationClosesAt" | "timeZone">, locale: Locale) {
  const { registrationClosesAt: closes, timeZone: zone } = event;
  if (!closes) return null;
  // The end of a day is shown as its last minute: people read "midnight of the 5th" as either end of it.
  const shown = timeIn(zone, closes) === "00:00" ? addSeconds(closes, -60) : closes;
  return formatDateTime(shown, { locale, zone, showZone: true });
}

/** What a calendar or a person who holds a place must hear of. */
export function changesPlans(
  before: Timed & Pick<EventView, "title" | "location" | "onlineUrl">,
  after: Timed & Pick<EventView, "title" | "location" | "onlineUrl">,
): boolean {
  const moved =
    before.startsAt.getTime() !== after.startsAt.getTime() || before.endsAt.getTime() !== after.endsAt.getTime();
  const renamed = before.title !== after.title || before.timeZone !== after.timeZone;
  return moved || renamed || before.location !== after.location || before.onlineUrl !== after.onlineUrl;
}

/** The form of an event that is not made yet: an evening in two weeks. */
export function newDraft({ centerId, today }: { centerId: string; today: string }): EventDraft {
  const times = { date: addDays(today, 14), startTime: "18:00", endTime: "20:00", closesOn: "", closesAt: "" };
  const place = { centerId, location: "", onlineUrl: "", capacity: 20, audience: "CLIENTS" as const };
  return { event: null, title: "", description: "", ...times, ...place };
}

/** The form of an event as it stands. A deadline at the end of a day shows that day and no time. */
export function draftOf(event: EventView): EventDraft {
  const { timeZone: zone, registrationClosesAt: closes } = event;
  const closesAt = closes ? timeIn(zone, closes) : "";
  const endOfDay = closesAt === "00:00";
  return {
    event: { id: event.id, version: event.version },
    title: event.title,
    description: event.description,
    centerId: event.centerId,
    date: dayIn(zone, event.startsAt),
    startTime: timeIn(zone, event.startsAt),
    endTime: timeIn(zone, event.endsAt),
    location: event.location ?? "",
    onlineUrl: event.onlineUrl ?? "",
    capacity: event.capacity,
    closesOn: closes ? dayIn(zone, endOfDay ? addSeconds(closes, -60) : closes) : "",
    closesAt: endOfDay ? "" : closesAt,
    audience: event.audience,
  };
}

/** An event as its edit form shows it, by field name: what a save is compared with when somebody else was faster. */
export function eventFormValues({ event: _, capacity, ...texts }: EventDraft): Submitted {
  return { ...texts, capacity: capacity === null ? "" : String(capacity) };
}
