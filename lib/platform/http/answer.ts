import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { RefusalError } from "@/lib/platform/refusal";

/** Runs a command for a route handler: its answer as JSON, or its refusal as problem+json with the sentence as `detail`. */
export async function answer(actor: Actor, work: () => Promise<object>): Promise<Response> {
  const headers = { "cache-control": "private, no-store" };
  try {
    return Response.json(await work(), { headers });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const translate = await translatorFor(actor.language);
    const status = error.code === "not_found" ? 404 : 422;
    const body = { status, code: error.code, detail: translate(error.messageKey, error.values) };
    return Response.json(body, { status, headers: { ...headers, "content-type": "application/problem+json" } });
  }
}
