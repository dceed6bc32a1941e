import { openDocument } from "@/lib/features/documents/downloads/commands";
import { versionSearch } from "@/lib/features/documents/schema";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { fileResponse } from "@/lib/platform/files/response";

/** A document as a download, for whom may read it; to everybody else there is none. */
export async function GET(request: Request, { params }: RouteContext<"/api/documents/[documentId]">) {
  const { actor, refused } = await admitRequest("documents.read");
  if (refused) return refused;
  const { version } = versionSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
  const file = await openDocument(actor, { documentId: (await params).documentId, ...(version ? { version } : {}) });
  return file ? fileResponse(file) : new Response(null, { status: 404 });
}
