import type { Actor } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** Staff see everybody's mailings; practitioners and contacts none. */
export function mailingsVisibleTo(actor: Actor): Prisma.MailingWhereInput {
  if (actor.kind === "system") return {};
  const staff = actor.kind === "account" && actor.role !== "practitioner";
  return staff ? {} : { id: { in: [] } };
}
