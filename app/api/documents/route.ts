import { MAX_FILE_BYTES, uploadSearch } from "@/lib/features/documents/schema";
import { addDocument } from "@/lib/features/documents/uploads/commands";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { answer } from "@/lib/platform/http/answer";
import { readBody } from "@/lib/platform/http/read-body";
import { findSubject } from "@/lib/subjects";

/** Takes in one file for a record: its bytes are the body, what it is and where it goes stand in the address. */
export async function POST(request: Request) {
  const { actor, refused } = await admitRequest("documents.add", { changes: true });
  if (refused) return refused;
  const search = uploadSearch.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!search.success) return new Response(null, { status: 400 });
  const { subjectKind, subjectId, name, folder } = search.data;
  return answer(actor, async () => {
    const bytes = await readBody(request, { maxBytes: MAX_FILE_BYTES });
    const subject = { kind: subjectKind, id: subjectId };
    return { documentId: await addDocument(actor, { subject, name, folder, bytes }, findSubject) };
  });
}
