import { listClosed } from "@/lib/features/calendar/closed/queries";
import { listCalendar } from "@/lib/features/calendar/sessions/queries";
import { type CalendarAnswer, calendarRange } from "@/lib/features/calendar/sessions/schema";
import { admitRequest } from "@/lib/platform/access/admit-request";

/** The sessions of the days a calendar shows and what is closed, for as long as its page is open. */
export async function GET(request: Request) {
  const { actor, refused } = await admitRequest("calendar.view");
  if (refused) return refused;
  const range = calendarRange.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (actor.kind !== "account" || !range.success) return new Response(null, { status: 404 });
  const [sessions, closed] = await Promise.all([listCalendar(actor, range.data), listClosed(actor, range.data)]);
  return Response.json({ ...sessions, closed } satisfies CalendarAnswer, {
    headers: { "cache-control": "private, no-store" },
  });
}
