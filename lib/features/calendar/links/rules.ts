import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } from "ical-generator";
import type { FeedEntry } from "./schema";

const REFRESH_SECONDS = 3600;

/** A session has one UID for life, in the feed as in every mail about it. */
export const sessionUid = (sessionId: string, host: string) => `${sessionId}@${host}`;

type Feed = { name: string; stampedAt: Date; entries: readonly FeedEntry[] };

/** A calendar to subscribe to (RFC 5545), all times in UTC, which every program shows in its reader's own zone. */
export function feedText({ name, stampedAt, entries }: Feed): string {
  const calendar = ical({
    prodId: { company: "Caseload", product: "Caseload" },
    method: ICalCalendarMethod.PUBLISH,
    name,
    ttl: REFRESH_SECONDS,
  });
  for (const { uid, sequence, title, location, url, startsAt, endsAt, tentative } of entries)
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: stampedAt,
      start: startsAt,
      end: endsAt,
      summary: title,
      status: tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      busystatus: tentative ? ICalEventBusyStatus.TENTATIVE : ICalEventBusyStatus.BUSY,
      ...(location ? { location } : {}),
      ...(url ? { url } : {}),
    });
  return calendar.toString();
}
