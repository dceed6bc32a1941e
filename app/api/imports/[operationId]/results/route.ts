import { findResultSheet } from "@/lib/features/imports/results/sheets/queries";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { streamResponse } from "@/lib/platform/files/stream-response";
import { pageWords } from "@/lib/platform/i18n/words";

/** The uploaded rows with what became of each; `?rows=refused` gives those that stayed out. */
export async function GET(request: Request, { params }: RouteContext<"/api/imports/[operationId]/results">) {
  const { actor, refused } = await admitRequest("imports.take-sheet");
  if (refused) return refused;
  const onlyRefused = new URL(request.url).searchParams.get("rows") === "refused";
  const options = { onlyRefused, words: await pageWords() };
  const sheet = await findResultSheet(actor, (await params).operationId, options);
  return sheet ? streamResponse(sheet) : new Response(null, { status: 404 });
}
