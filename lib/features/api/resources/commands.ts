import "server-only";
import { admitKey } from "@/lib/features/api/keys/commands";
import { carriesKey } from "@/lib/features/api/keys/rules";
import type { KeyActor } from "@/lib/platform/access/actor";
import { env } from "@/lib/platform/env";
import { isOwnOrigin } from "@/lib/platform/http/origin";
import type { RequestFacts } from "@/lib/platform/http/request-facts";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { RefusalError, refuse } from "@/lib/platform/refusal";
import { findResource, listResource } from "./queries";
import { isResource, listQuery, type Resource } from "./schema";

/** What a refusal is in HTTP; anything not named is a request that cannot be understood. */
const STATUS: Record<string, number> = {
  key_missing: 401,
  key_unknown: 401,
  key_ended: 401,
  edition_without_api: 403,
  scope_missing: 403,
  owner_may_not_report: 403,
  key_not_for_pages: 403,
  not_found: 404,
  too_many_attempts: 429,
};

/** Web pages of others may read what is meant for web pages, and nothing else. */
function sharing(resource: string): Record<string, string> {
  if (resource !== "testimonials") return {};
  return { "access-control-allow-origin": "*", vary: "Origin" };
}

type Asked = { resource: string; id?: string };

/** Answers one request of the API by the key in its header: rows as JSON, or problem+json that says what is wrong. */
export async function answerKey(request: Request, asked: Asked, facts: RequestFacts): Promise<Response> {
  const headers = { "cache-control": "private, no-store", ...sharing(asked.resource) };
  try {
    return Response.json(await read(request, asked, facts), { headers });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return problem(error, headers);
  }
}

/** What a browser asks before a page of somebody else's may read. */
export function answerPreflight({ resource }: Asked): Response {
  const shared = sharing(resource);
  if (!shared["access-control-allow-origin"])
    return new Response(null, { status: 405, headers: { allow: "GET, HEAD" } });
  const allowed = { "access-control-allow-methods": "GET", "access-control-allow-headers": "authorization" };
  return new Response(null, { status: 204, headers: { ...shared, ...allowed, "access-control-max-age": "600" } });
}

async function read(request: Request, { resource, id }: Asked, facts: RequestFacts): Promise<object> {
  const { searchParams } = new URL(request.url);
  if (carriesKey(searchParams)) refuse("key_in_address", "api.refusals.keyInAddress");
  const origin = request.headers.get("origin");
  const fromPage = origin !== null && !isOwnOrigin(origin, env().APP_ORIGIN);
  const authorization = request.headers.get("authorization");
  const actor = await admitKey({ authorization, fromPage, resource, facts });
  if (!isResource(resource)) refuse("not_found", "refusals.notFound");
  return id === undefined ? page(actor, resource, searchParams) : one(actor, resource, id);
}

async function page(actor: KeyActor, resource: Resource, parameters: URLSearchParams): Promise<object> {
  const query = listQuery.safeParse(Object.fromEntries(parameters));
  if (!query.success) refuse("invalid_query", "api.refusals.query");
  return listResource(actor, resource, query.data);
}

async function one(actor: KeyActor, resource: Resource, id: string): Promise<object> {
  const found = await findResource(actor, resource, id);
  if (!found) refuse("not_found", "refusals.notFound");
  return { data: found };
}

async function problem({ code, messageKey, values }: RefusalError, headers: Record<string, string>): Promise<Response> {
  const translate = await translatorFor("en");
  const status = STATUS[code] ?? 400;
  const more: Record<string, string> = { "content-type": "application/problem+json" };
  if (status === 401) more["www-authenticate"] = 'Bearer realm="Caseload"';
  if (status === 429) more["retry-after"] = "60";
  const body = { type: "about:blank", status, code, detail: translate(messageKey, values) };
  return Response.json(body, { status, headers: { ...headers, ...more } });
}
