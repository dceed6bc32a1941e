import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";

/** An event as one entry of one person's calendar. */
export type CalendarEntry = {
  /** Kept for life: calendars find the entry again by it. */
  uid: string;
  sequence: number;
  title: string;
  description: string;
  location: string | null;
  url: string;
  startsAt: Date;
  endsAt: Date;
  stampedAt: Date;
  organizer: { name: string; email: string };
  attendee: { name: string; email: string } | null;
};

/**
 * The entry as iCalendar text (RFC 5545), all times in UTC, which every calendar shows in its reader's own zone.
 * @param method "REQUEST" puts it in or moves it, "CANCEL" takes it out, "PUBLISH" is a plain download.
 */
export function calendarText(entry: CalendarEntry, method: "REQUEST" | "CANCEL" | "PUBLISH"): string {
  const calendar = ical({ prodId: { company: "Caseload", product: "Caseload" }, method: ICalCalendarMethod[method] });
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.stampedAt,
    start: entry.startsAt,
    end: entry.endsAt,
    summary: entry.title,
    description: entry.description,
    ...(entry.location ? { location: entry.location } : {}),
    url: entry.url,
    organizer: entry.organizer,
    status: method === "CANCEL" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    attendees: entry.attendee ? [{ ...entry.attendee, status: ICalAttendeeStatus.ACCEPTED, rsvp: false }] : [],
  });
  return calendar.toString();
}
