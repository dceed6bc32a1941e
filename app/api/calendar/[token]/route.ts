import { answerFeed } from "@/lib/features/calendar/links/commands";
import { requestFacts } from "@/lib/platform/http/request-facts";

/** One person's calendar for a calendar program, under a secret address. No cookie is looked at. */
export async function GET(_request: Request, { params }: RouteContext<"/api/calendar/[token]">) {
  return answerFeed((await params).token, await requestFacts());
}
