import { findProgress } from "@/lib/features/mailings/sending/queries";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { answer } from "@/lib/platform/http/answer";
import { refuse } from "@/lib/platform/refusal";

type Context = { params: Promise<{ mailingId: string }> };

/** How far a mailing is; its page asks once a second while anything moves. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { actor, refused } = await admitRequest("mailings.view");
  if (refused) return refused;
  const { mailingId } = await params;
  return answer(actor, async () => (await findProgress(actor, mailingId)) ?? refuse("not_found", "refusals.notFound"));
}
