import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { type AccountActor, type Actor, type AnonymousActor, actingWith, type ContactActor } from "./actor";
import { pageActor } from "./page-actor";
import { PERMISSIONS, type Permission } from "./permissions";

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
  const actor = await pageActor();
  // Their sign-ins and secret addresses are nobody else's to see.
  if (actor.kind === "contact" && actor.viewer && permission === "portal.manage-account") notFound();
  const answer = actor.answer(permission);
  if (answer === "yes") return actingWith(actor, permission) as ActorFor<P>;
  const here = encodeURIComponent((await headers()).get("x-path") ?? "");
  const area = (PERMISSIONS[permission].roles as readonly string[]).includes("contact") ? "portal" : "staff";
  if (actor.kind === "anonymous") redirect(doorFor(actor, { area, here }));
  if (actor.kind === "account" && actor.lacksSecondFactor) redirect(paths.staff.account);
  if (answer === "confirm") redirect(`${paths.staff.confirm}?return=${here}`);
  notFound();
}

/** Where somebody who is not (fully) signed in has to go first. */
function doorFor({ pending }: AnonymousActor, { area, here }: { area: "portal" | "staff"; here: string }): string {
  if (area === "staff" && pending?.accountId) return `${paths.staff.secondFactor}?return=${here}`;
  if (area === "portal" && pending?.portalLoginId) return `${paths.portal.setPassword}?return=${here}`;
  return `${area === "staff" ? paths.staff.signIn : paths.portal.signIn}?return=${here}`;
}
