import { findSimilar } from "@/lib/features/clients/similar/queries";
import { similarSearch } from "@/lib/features/clients/similar/schema";
import { admitRequest } from "@/lib/platform/access/admit-request";

/** Records that may be the one being typed into the form of a new contact or client. */
export async function GET(request: Request) {
  const { actor, refused } = await admitRequest("duplicates.view");
  if (refused) return refused;
  const search = similarSearch.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!search.success) return new Response(null, { status: 400 });
  const found = await findSimilar(actor, search.data);
  return Response.json(found, { headers: { "cache-control": "no-store" } });
}
