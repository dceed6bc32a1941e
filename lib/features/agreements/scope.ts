import { type Actor, centersSeen } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";
import { maySign } from "./rules";

/** Clients whose agreement the person may read: staff all, a contact those they sign for, everybody else none. */
export function agreementsVisibleTo(actor: Actor): Prisma.SignatureWhereInput {
  if (actor.kind === "system") return {};
  if (actor.can("agreements.view")) {
    const seen = [centersSeen(actor, "agreements"), centersSeen(actor, "clients")].filter(
      (centers) => centers !== null,
    );
    return { AND: seen.map((centers) => ({ client: { centerId: { in: [...centers] } } })) };
  }
  if (actor.kind !== "contact") return { clientId: { in: [] } };
  return { clientId: { in: actor.clients.filter(maySign).map(({ clientId }) => clientId) } };
}
