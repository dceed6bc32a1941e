import { suggestClients } from "@/lib/features/mailings/previews/queries";
import { admitRequest } from "@/lib/platform/access/admit-request";

/** Clients to try a letter with. */
export async function GET(request: Request) {
  const { actor, refused } = await admitRequest("templates.use");
  if (refused) return refused;
  const q = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json(await suggestClients(actor, q), { headers: { "cache-control": "no-store" } });
}
