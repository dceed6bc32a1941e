import { admitRequest } from "@/lib/platform/access/admit-request";
import { findOperationProgress } from "@/lib/platform/operation/queries";

/** How far an operation is, for pages that wait for it. */
export async function GET(_request: Request, { params }: RouteContext<"/api/live/operations/[operationId]">) {
  const { actor, refused } = await admitRequest("operations.view");
  if (refused) return refused;
  const found = await findOperationProgress(actor, (await params).operationId);
  return found
    ? Response.json(found, { headers: { "cache-control": "no-store" } })
    : new Response(null, { status: 404 });
}
