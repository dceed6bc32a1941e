import { exportList } from "@/lib/features/exports/commands";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { streamResponse } from "@/lib/platform/files/stream-response";
import { pageWords } from "@/lib/platform/i18n/words";

/** The records of a list as a sheet; the parameters are those of the list's own address. */
export async function GET(request: Request, { params }: RouteContext<"/api/exports/[list]">) {
  const { actor, refused } = await admitRequest("lists.export");
  if (refused) return refused;
  const address = Object.fromEntries(new URL(request.url).searchParams);
  const sheet = await exportList(actor, { list: (await params).list, address }, { words: await pageWords() });
  return sheet ? streamResponse(sheet) : new Response(null, { status: 404 });
}
