import type { DateRange } from "@/lib/values/date";
import type { InstantRange } from "@/lib/values/instant";
import type { WallSchedule } from "@/lib/values/intervals";
import type { TimeInterval } from "@/lib/values/time";
import type { TimeZone } from "@/lib/values/time-zone";

/** What can take a time away; told in this order. */
export const SLOT_REASONS = [
  "too_soon",
  "too_far_ahead",
  "holiday",
  "center_closed",
  "client_not_available",
  "client_taken",
  "practitioner_not_available",
  "time_off",
  "practitioner_taken",
  "daily_limit",
] as const;
export type SlotReason = (typeof SLOT_REASONS)[number];

/** What an organization asks of every new time. */
type SlotLimits = {
  /** Kept free before and after each session of a practitioner. */
  bufferMinutes: number;
  /** How long before it starts a time can still be taken, and how far ahead. */
  noticeMinutes: number;
  horizonDays: number;
  /** Sessions of a practitioner on one day; null for as many as fit. */
  mostPerDay: number | null;
};

/**
 * A client as the search sees one; `hours` is null where nothing was ever said, which is not "never". The zone is that of
 * their center, where sessions with them take place, and so are the holidays.
 */
export type ClientFacts = {
  id: string;
  timeZone: TimeZone;
  hours: WallSchedule | null;
  holidays: DateRange[];
  taken: InstantRange[];
};

/** Whole days away, or the same hours of each of them. */
export type TimeAway = { firstDay: string; lastDay: string; hours: TimeInterval | null; timeZone: TimeZone };

export type Holiday = DateRange & { name: string };

/** A practitioner and the center they work at; `centerHours` is null while nothing was said about them. */
export type PractitionerFacts = {
  id: string;
  name: string;
  timeZone: TimeZone;
  centerHours: WallSchedule | null;
  /** Their own; null where they follow the center. */
  hours: WallSchedule | null;
  timeOff: TimeAway[];
  /** Those of everybody and of their own center. */
  holidays: Holiday[];
  taken: InstantRange[];
};

/** When one rule lets a session take place; `clientId` where it is about one of the clients. */
export type SlotLayer = { reason: SlotReason; clientId: string | null; open: InstantRange[] };

/** What is asked: a time of `minutes` in a range; `now` is when. */
export type SlotSearch = {
  range: InstantRange;
  minutes: number;
  limits: SlotLimits;
  now: Date;
  /** The id of the session that is to be moved there: it does not stand in its own way. */
  moved?: string | undefined;
};

/** When a practitioner and all the clients could meet, long enough for a session. */
export type FreeTime = {
  practitionerId: string;
  name: string;
  timeZone: TimeZone;
  minutes: number;
  free: InstantRange[];
};

/** Whose hours or time off stand against a time: a client's or practitioner's id; the name where it is a practitioner. */
export type HoursProblem = { reason: SlotReason; id: string; name: string };
