import { findProgress } from "@/lib/features/mailings/sending/queries";
import { currentActor } from "@/lib/platform/access/current-actor";
import { answer } from "@/lib/platform/http/answer";
import { refuse } from "@/lib/platform/refusal";

type Context = { params: Promise<{ mailingId: string }> };

/** How far a mailing is; its page asks once a second while anything moves. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [actor, { mailingId }] = await Promise.all([currentActor(), params]);
  return answer(actor, async () => (await findProgress(actor, mailingId)) ?? refuse("not_found", "refusals.notFound"));
}
