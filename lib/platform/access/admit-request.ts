import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { env } from "@/lib/platform/env";
import { isOwnOrigin } from "@/lib/platform/http/origin";
import { type Actor, actingWith } from "./actor";
import { currentActor } from "./current-actor";
import type { Permission } from "./permissions";

type Admission = { actor: Actor; refused: null } | { actor: null; refused: Response };

function problem(status: number, code: string): Admission {
  const body = JSON.stringify({ type: "about:blank", status, code });
  const fields = { "content-type": "application/problem+json", "cache-control": "no-store" };
  return { actor: null, refused: new Response(body, { status, headers: fields }) };
}

type Asked = {
  changes?: boolean;
  /** The page that asks for it: whoever must confirm the password first is led there and back. */
  page?: string;
};

/**
 * The door of every route handler that serves our own pages: who asks, if they may, else the answer to give.
 * Requests that change something must also come from our own origin.
 */
export async function admitRequest(permission: Permission, { changes = false, page }: Asked = {}): Promise<Admission> {
  const actor = await currentActor();
  if (changes && !isOwnOrigin((await headers()).get("origin"), env().APP_ORIGIN)) return problem(403, "foreign_origin");
  const answer = actor.answer(permission);
  if (answer === "yes") return { actor: actingWith(actor, permission), refused: null };
  if (actor.kind === "anonymous") return problem(401, "not_signed_in");
  if (answer === "confirm" && page) redirect(`${paths.staff.confirm}?return=${encodeURIComponent(page)}`);
  return problem(403, answer === "confirm" ? "needs_confirmation" : "not_permitted");
}
