import { findCalendarText } from "@/lib/features/training/calendars/queries";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { fileResponse } from "@/lib/platform/files/response";

/** A training event as a calendar file, for whoever may see the event. */
export async function GET(_request: Request, { params }: RouteContext<"/api/events/[eventId]/calendar">) {
  const { actor, refused } = await admitRequest("public.events");
  if (refused) return refused;
  const text = await findCalendarText(actor, (await params).eventId);
  if (text === null) return new Response(null, { status: 404 });
  const bytes = new TextEncoder().encode(text);
  return fileResponse({ name: "event.ics", contentType: "text/calendar; charset=utf-8", size: bytes.length, bytes });
}
