import { listCalendar } from "@/lib/features/calendar/sessions/queries";
import { calendarRange } from "@/lib/features/calendar/sessions/schema";
import { admitRequest } from "@/lib/platform/access/admit-request";

/** The sessions of the days a calendar shows, for as long as its page is open. */
export async function GET(request: Request) {
  const { actor, refused } = await admitRequest("calendar.view");
  if (refused) return refused;
  const range = calendarRange.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (actor.kind !== "account" || !range.success) return new Response(null, { status: 404 });
  return Response.json(await listCalendar(actor, range.data), { headers: { "cache-control": "private, no-store" } });
}
