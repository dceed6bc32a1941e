import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { Actor } from "@/lib/platform/access/actor";
import { currentActor } from "@/lib/platform/access/current-actor";
import { type Permission, permissionAnswer } from "@/lib/platform/access/permissions";
import { inTransaction } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { record } from "@/lib/platform/history/record";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { logger } from "@/lib/platform/logger";
import { RefusalError } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { isOwnOrigin } from "./origin";

type Handle<Params> = (actor: Actor, request: Request, params: Params) => Promise<Response>;
type Context<Params> = { params: Promise<Params> };

const READING = new Set(["GET", "HEAD"]);

/**
 * The door of a route handler that our own pages call: who asks, whether they may, from where, and one shape for every
 * "no" (problem+json with a stable `code`). The rows are for the handler's own scope.
 */
export function guardedRoute<Params>(permission: Permission, handle: Handle<Params>) {
  return async (request: Request, { params }: Context<Params>): Promise<Response> => {
    const actor = await currentActor();
    try {
      if (!READING.has(request.method) && !isOwnOrigin(request.headers.get("origin"), env().APP_ORIGIN)) {
        return await problem(actor, new RefusalError("foreign_origin", "refusals.foreignOrigin"));
      }
      const denial = await denialFor(actor, permission);
      return denial ? await problem(actor, denial) : await handle(actor, request, await params);
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof RefusalError) return problem(actor, error);
      const reference = newId().slice(-8);
      logger.error({ err: error, reference, permission }, "a route failed");
      return Response.json({ code: "failed", reference }, { status: 500, headers: PRIVATE });
    }
  };
}

async function denialFor(actor: Actor, permission: Permission): Promise<RefusalError | null> {
  const confirmed = actor.kind === "account" && actor.confirmedUntil !== null;
  const answer = permissionAnswer(permission, { role: actor.role, confirmed });
  if (answer === "yes") return null;
  if (actor.kind === "anonymous") return new RefusalError("not_signed_in", "refusals.notSignedIn");
  if (answer === "confirm") return new RefusalError("needs_confirmation", "refusals.needsConfirmation");
  await inTransaction((tx) =>
    record(tx, actor, { kind: "access.denied", subject: { kind: "permission", id: null }, data: { permission } }),
  );
  return new RefusalError("not_permitted", "refusals.notPermitted");
}

const STATUS: Readonly<Record<string, number>> = {
  foreign_origin: 403,
  not_signed_in: 401,
  needs_confirmation: 403,
  not_permitted: 403,
  not_found: 404,
};
const PRIVATE = { "cache-control": "private, no-store" };

async function problem(actor: Actor, refusal: RefusalError): Promise<Response> {
  const translate = await translatorFor(actor.language);
  const detail = translate(refusal.messageKey, refusal.values);
  return new Response(JSON.stringify({ code: refusal.code, detail }), {
    status: STATUS[refusal.code] ?? 422,
    headers: { ...PRIVATE, "content-type": "application/problem+json" },
  });
}
