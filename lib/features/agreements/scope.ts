import type { Actor } from "@/lib/platform/access/actor";
import { maySign } from "./rules";

/** Clients whose agreement the person may read: staff all, a contact those they sign for, everybody else none. */
export function agreementsVisibleTo(actor: Actor): { clientId?: { in: string[] } } {
  if (actor.kind === "system" || actor.can("agreements.view")) return {};
  if (actor.kind !== "contact") return { clientId: { in: [] } };
  return { clientId: { in: actor.clients.filter(maySign).map(({ clientId }) => clientId) } };
}
