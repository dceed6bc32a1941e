import { suggestClientsFor } from "@/lib/features/scheduling/sessions/drafting/queries";
import { admitRequest } from "@/lib/platform/access/admit-request";

/** Clients that can be put into a session. */
export async function GET(request: Request) {
  const { actor, refused } = await admitRequest("sessions.record");
  if (refused) return refused;
  const q = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json(await suggestClientsFor(actor, q), { headers: { "cache-control": "no-store" } });
}
