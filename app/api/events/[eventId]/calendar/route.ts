import { findCalendarText } from "@/lib/features/training/calendars/queries";
import { currentActor } from "@/lib/platform/access/current-actor";
import { fileResponse } from "@/lib/platform/files/response";

/** A training event as a calendar file, for whoever may see the event. */
export async function GET(_request: Request, { params }: RouteContext<"/api/events/[eventId]/calendar">) {
  const text = await findCalendarText(await currentActor(), (await params).eventId);
  if (text === null) return new Response(null, { status: 404 });
  const bytes = new TextEncoder().encode(text);
  return fileResponse({ name: "event.ics", contentType: "text/calendar; charset=utf-8", size: bytes.length, bytes });
}
