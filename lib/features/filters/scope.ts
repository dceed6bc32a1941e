import type { AccountActor } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** A person uses their own saved filters and the shared ones. */
export function savedFiltersVisibleTo(actor: AccountActor): Prisma.SavedFilterWhereInput {
  return { OR: [{ ownerId: actor.accountId }, { shared: true }] };
}

/** Only who saved a filter changes or removes it; an administrator may tidy up what is shared. */
export function savedFiltersOf(actor: AccountActor): Prisma.SavedFilterWhereInput {
  if (actor.role === "administrator" && actor.confirmedUntil) return savedFiltersVisibleTo(actor);
  return { ownerId: actor.accountId };
}
