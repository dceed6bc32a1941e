import { openSignedCopy } from "@/lib/features/agreements/copies/commands";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { fileResponse } from "@/lib/platform/files/response";

/** The copy of a signature, for whom may read it; to everybody else there is none. */
export async function GET(_request: Request, { params }: RouteContext<"/api/agreements/[signatureId]">) {
  const { actor, refused } = await admitRequest("agreements.read-copy");
  if (refused) return refused;
  const copy = await openSignedCopy(actor, (await params).signatureId);
  return copy ? fileResponse(copy) : new Response(null, { status: 404 });
}
