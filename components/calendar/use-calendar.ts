"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CalendarAnswer } from "@/lib/features/calendar/sessions/schema";
import { paths } from "@/lib/paths";
import type { LocalDate } from "@/lib/values/date";
import type { CalendarFilter } from "./calendar-state";

/** So often what others change comes in; at once when the window is looked at again. */
const EVERY_MS = 10_000;

/** Days of a zone, the last one excluded. */
export type Wanted = CalendarFilter & { first: LocalDate; end: LocalDate; zone: string; columns: "1" | "" };

async function read(wanted: Wanted, signal: AbortSignal): Promise<CalendarAnswer> {
  const filled = Object.entries(wanted).filter(([, value]) => value);
  const answer = await fetch(`${paths.api.calendarSessions}?${new URLSearchParams(filled)}`, { signal });
  if (!answer.ok) throw new Error(`the calendar answered ${answer.status}`);
  return answer.json();
}

/** The sessions of some days, kept up to date while they are looked at. */
export function useCalendar(wanted: Wanted) {
  return useQuery({
    queryKey: ["calendar", wanted],
    queryFn: ({ signal }) => read(wanted, signal),
    refetchInterval: EVERY_MS,
    placeholderData: keepPreviousData,
  });
}
