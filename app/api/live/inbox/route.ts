import { countInbox } from "@/lib/features/inbox/queries";
import { admitRequest } from "@/lib/platform/access/admit-request";

/** How much waits in one's own inbox, for the bell. */
export async function GET() {
  const { actor, refused } = await admitRequest("inbox.use");
  if (refused) return refused;
  const count = actor.kind === "account" ? await countInbox(actor) : 0;
  return Response.json({ count }, { headers: { "cache-control": "no-store" } });
}
