import { exportList } from "@/lib/features/exports/commands";
import { paths } from "@/lib/paths";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { streamResponse } from "@/lib/platform/files/stream-response";
import { pageWords } from "@/lib/platform/i18n/words";

/** The records of a list as a sheet; the parameters are those of the list's own address. */
export async function GET(request: Request, { params }: RouteContext<"/api/exports/[list]">) {
  const [{ search, searchParams }, { list }] = [new URL(request.url), await params];
  const { actor, refused } = await admitRequest("lists.export", { page: paths.staff.listOf(list) + search });
  if (refused) return refused;
  const address = Object.fromEntries(searchParams);
  const sheet = await exportList(actor, { list, address }, { words: await pageWords() });
  return sheet ? streamResponse(sheet) : new Response(null, { status: 404 });
}
