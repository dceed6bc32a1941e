import { findSetting } from "@/lib/features/settings/queries";
import { findUpdateSheet } from "@/lib/features/updates/sheets/queries";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { streamResponse } from "@/lib/platform/files/stream-response";
import { pageWords } from "@/lib/platform/i18n/words";

/** Every record of a bulk update with what became of it. */
export async function GET(_request: Request, { params }: RouteContext<"/api/updates/[operationId]/results">) {
  const { actor, refused } = await admitRequest("operations.take-sheet");
  if (refused) return refused;
  const context = { words: await pageWords(), terms: await findSetting("terminology") };
  const sheet = await findUpdateSheet(actor, (await params).operationId, context);
  return sheet ? streamResponse(sheet) : new Response(null, { status: 404 });
}
