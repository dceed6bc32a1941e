import { answerKey, answerPreflight } from "@/lib/features/api/resources/commands";
import { requestFacts } from "@/lib/platform/http/request-facts";

/** One record of a resource, for a program that shows an API key. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/[resource]/[id]">) {
  return answerKey(request, await params, await requestFacts());
}

export async function OPTIONS(_request: Request, { params }: RouteContext<"/api/v1/[resource]/[id]">) {
  return answerPreflight(await params);
}
