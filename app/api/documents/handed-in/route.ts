import { handInDocument } from "@/lib/features/documents/portal/commands";
import { handInSearch } from "@/lib/features/documents/portal/schema";
import { MAX_FILE_BYTES } from "@/lib/features/documents/schema";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { answer } from "@/lib/platform/http/answer";
import { readBody } from "@/lib/platform/http/read-body";

/** Takes in one file that a contact hands in for a client; its bytes are the body. */
export async function POST(request: Request) {
  const { actor, refused } = await admitRequest("documents.hand-in", { changes: true });
  if (refused) return refused;
  const search = handInSearch.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!search.success) return new Response(null, { status: 400 });
  return answer(actor, async () => {
    const bytes = await readBody(request, { maxBytes: MAX_FILE_BYTES });
    return { documentId: await handInDocument(actor, { ...search.data, bytes }) };
  });
}
