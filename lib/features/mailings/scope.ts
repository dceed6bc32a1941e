import { type Actor, centersSeen } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** Staff see everybody's mailings, or their own and those of colleagues of their centers; nobody else sees any. */
export function mailingsVisibleTo(actor: Actor): Prisma.MailingWhereInput {
  if (actor.kind === "system") return {};
  if (actor.kind !== "account" || actor.role === "practitioner") return { id: { in: [] } };
  const centers = centersSeen(actor, "mailings");
  if (!centers) return {};
  if (actor.reach("mailings", "view") === "none") return { id: { in: [] } };
  const colleagues = { sender: { scopeCenters: { some: { centerId: { in: [...centers] } } } } };
  return { OR: [{ senderId: actor.accountId }, colleagues] };
}
