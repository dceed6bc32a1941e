import { FILE_LIMITS } from "@/lib/features/imports/files/schema";
import { uploadImport } from "@/lib/features/imports/uploads/commands";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { answer } from "@/lib/platform/http/answer";
import { readBody } from "@/lib/platform/http/read-body";

/** Takes in a file to be imported: its bytes are the body, its name is in the address. */
export async function POST(request: Request) {
  const { actor, refused } = await admitRequest("imports.run", { changes: true });
  if (refused) return refused;
  const name = new URL(request.url).searchParams.get("name") ?? "";
  return answer(actor, async () => {
    const bytes = await readBody(request, { maxBytes: FILE_LIMITS.bytes });
    return { operationId: await uploadImport(actor, { name, bytes }) };
  });
}
