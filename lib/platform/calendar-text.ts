import "server-only";
import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
} from "ical-generator";
import { env } from "./env";

/** One thing in one person's calendar. */
export type CalendarEntry = {
  /** Kept for life: calendars find the entry again by it. */
  uid: string;
  sequence: number;
  title: string;
  description?: string;
  location: string | null;
  url: string | null;
  startsAt: Date;
  endsAt: Date;
  /** Asked for and not answered yet. */
  tentative?: boolean;
  organizer?: { name: string; email: string };
  attendee?: { name: string; email: string } | null;
};

type Calendar = {
  /** "REQUEST" puts entries in or moves them, "CANCEL" takes them out, "PUBLISH" is to download or to subscribe to. */
  method: "REQUEST" | "CANCEL" | "PUBLISH";
  stampedAt: Date;
  entries: readonly CalendarEntry[];
  /** Of a calendar to subscribe to: what it is called and how soon it is asked for again. */
  feed?: { name: string; refreshSeconds: number };
};

/** The UID of a record in all calendars; `host` where its entry was first sent by another installation's rule. */
export function calendarUid(id: string, host: string | null = null): string {
  return `${id}@${host ?? new URL(env().APP_ORIGIN).host}`;
}

/** Entries as iCalendar text (RFC 5545), all times in UTC, which every program shows in its reader's own zone. */
export function calendarText({ method, stampedAt, entries, feed }: Calendar): string {
  const calendar = ical({
    prodId: { company: "Caseload", product: "Caseload" },
    method: ICalCalendarMethod[method],
    ...(feed ? { name: feed.name, ttl: feed.refreshSeconds } : {}),
  });
  for (const entry of entries) calendar.createEvent(eventOf(entry, { method, stampedAt, busy: feed !== undefined }));
  return calendar.toString();
}

type Around = Pick<Calendar, "method" | "stampedAt"> & { busy: boolean };

function eventOf(entry: CalendarEntry, { method, stampedAt, busy }: Around): ICalEventData {
  const { uid, sequence, title, description, location, url, startsAt, endsAt, organizer, attendee } = entry;
  const { tentative = false } = entry;
  const going = tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
  const taken = tentative ? ICalEventBusyStatus.TENTATIVE : ICalEventBusyStatus.BUSY;
  return {
    id: uid,
    sequence,
    stamp: stampedAt,
    start: startsAt,
    end: endsAt,
    summary: title,
    status: method === "CANCEL" ? ICalEventStatus.CANCELLED : going,
    ...(busy ? { busystatus: taken } : {}),
    ...(description ? { description } : {}),
    ...(location ? { location } : {}),
    ...(url ? { url } : {}),
    ...(organizer ? { organizer } : {}),
    ...(attendee ? { attendees: [{ ...attendee, status: ICalAttendeeStatus.ACCEPTED, rsvp: false }] } : {}),
  };
}

/** The file as an attachment of a mail. */
export function calendarAttachment(text: string, method: "REQUEST" | "CANCEL") {
  return {
    filename: method === "CANCEL" ? "cancelled.ics" : "calendar.ics",
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: Buffer.from(text, "utf8").toString("base64"),
  };
}
