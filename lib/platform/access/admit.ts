import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { AccountActor, Actor, ContactActor } from "./actor";
import { currentActor } from "./current-actor";
import { PERMISSIONS, type Permission, permissionAnswer } from "./permissions";

type ActorFor<P extends Permission> = P extends `portal.${string}`
  ? ContactActor
  : P extends `public.${string}`
    ? Actor
    : AccountActor;

/**
 * The door of every page: who asks, if they may. Sends people who are not signed in to the sign-in page and back,
 * people whose password must be confirmed first to the confirmation; to everybody else the page does not exist.
 */
export async function admit<P extends Permission>(permission: P): Promise<ActorFor<P>> {
  const actor = await currentActor();
  const answer = permissionAnswer(permission, {
    role: actor.role,
    confirmed: actor.kind === "account" && actor.confirmedUntil !== null,
  });
  if (answer === "yes") return actor as ActorFor<P>;
  const here = encodeURIComponent((await headers()).get("x-path") ?? "");
  const portal = (PERMISSIONS[permission].roles as readonly string[]).includes("contact");
  if (actor.kind === "anonymous") {
    if (actor.pending?.step === "second-factor") redirect(`/staff/sign-in/second-factor?return=${here}`);
    if (actor.pending?.step === "set-password") redirect(`${portal ? "" : "/staff"}/set-password`);
    redirect(`${portal ? "/sign-in" : "/staff/sign-in"}?return=${here}`);
  }
  if (answer === "confirm") redirect(`/staff/confirm?return=${here}`);
  notFound();
}
