"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { CalendarView } from "@/lib/features/calendar/sessions/rules";
import type { LocalDate } from "@/lib/values/date";
import { ownTimeZone } from "@/lib/values/time-zone";

/** Which sessions are shown; blank is all of them. */
export type CalendarFilter = { center: string; practitioner: string; service: string };
export type CalendarState = CalendarFilter & { view: CalendarView; date: LocalDate };

const PHONE = "(max-width: 47.99rem)";
const never = () => () => undefined;
const watchWidth = (changed: () => void) => {
  const query = window.matchMedia(PHONE);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
};

/** Whether the screen is too narrow for a week. */
export const usePhone = () =>
  useSyncExternalStore(
    watchWidth,
    () => window.matchMedia(PHONE).matches,
    () => false,
  );

/** The zone of this browser; the given one until it is known. */
export function useOwnZone(unknown: string): string {
  return useSyncExternalStore(never, ownTimeZone, () => unknown);
}

/** What is looked at, kept in the address, so that it can be sent to somebody and found again. */
export function useCalendarState(initial: CalendarState) {
  const [state, setState] = useState(initial);
  useEffect(() => {
    const filled = Object.entries(state).filter(([, value]) => value);
    window.history.replaceState(window.history.state, "", `?${new URLSearchParams(filled)}`);
  }, [state]);
  const change = (part: Partial<CalendarState>) => setState((before) => ({ ...before, ...part }));
  return [state, change] as const;
}
