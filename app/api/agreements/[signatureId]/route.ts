import { openSignedCopy } from "@/lib/features/agreements/copies/commands";
import { currentActor } from "@/lib/platform/access/current-actor";
import { fileResponse } from "@/lib/platform/files/response";

/** The copy of a signature, for whom may read it; to everybody else there is none. */
export async function GET(_request: Request, { params }: RouteContext<"/api/agreements/[signatureId]">) {
  const copy = await openSignedCopy(await currentActor(), (await params).signatureId);
  return copy ? fileResponse(copy) : new Response(null, { status: 404 });
}
