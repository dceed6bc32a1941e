import { MAX_FILE_BYTES, replaceSearch } from "@/lib/features/documents/schema";
import { replaceDocument } from "@/lib/features/documents/uploads/commands";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { answer } from "@/lib/platform/http/answer";
import { readBody } from "@/lib/platform/http/read-body";

/** Takes in a newer file for a document: its bytes are the body, its name is in the address. */
export async function POST(request: Request, { params }: RouteContext<"/api/documents/[documentId]/versions">) {
  const { actor, refused } = await admitRequest("documents.edit", { changes: true });
  if (refused) return refused;
  const search = replaceSearch.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!search.success) return new Response(null, { status: 400 });
  const { documentId } = await params;
  return answer(actor, async () => {
    const bytes = await readBody(request, { maxBytes: MAX_FILE_BYTES });
    return { documentId: await replaceDocument(actor, { documentId, name: search.data.name, bytes }) };
  });
}
