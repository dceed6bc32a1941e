import { openDocument } from "@/lib/features/documents/downloads/commands";
import { versionSearch } from "@/lib/features/documents/schema";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { fileResponse } from "@/lib/platform/files/response";

/** A PDF or picture to be shown in a page of ours, for whom may read it; anything else is only ever a download. */
export async function GET(request: Request, { params }: RouteContext<"/api/documents/[documentId]/preview">) {
  const { actor, refused } = await admitRequest("documents.read");
  if (refused) return refused;
  const { version } = versionSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { documentId } = await params;
  const file = await openDocument(actor, { documentId, toShow: true, ...(version ? { version } : {}) });
  return file ? fileResponse(file, { inline: true }) : new Response(null, { status: 404 });
}
