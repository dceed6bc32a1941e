import { suggestClients } from "@/lib/features/mailings/previews/queries";
import { currentActor } from "@/lib/platform/access/current-actor";

/** Clients to try a letter with; empty for people who may not. */
export async function GET(request: Request) {
  const q = new URL(request.url).searchParams.get("q") ?? "";
  const found = await suggestClients(await currentActor(), q);
  return Response.json(found, { headers: { "cache-control": "no-store" } });
}
