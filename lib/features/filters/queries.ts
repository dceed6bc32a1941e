import "server-only";
import { findSetting } from "@/lib/features/settings/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { dayIn } from "@/lib/values/wall-clock";
import type { FilterContext } from "./rules";
import { type SavedFilterRow, savedQuery } from "./saved/schema";
import { savedFiltersVisibleTo } from "./scope";

/** What relative dates of a filter count from: the organization's today, in its zone. */
export async function findFilterContext(): Promise<FilterContext> {
  const { timeZone } = await findSetting("organization");
  return { today: dayIn(timeZone, now()), zone: timeZone };
}

/** The saved filters of one list that a person may use: their own, and what others share; by name. */
export async function listSavedFilters(actor: AccountActor, { list }: { list: string }): Promise<SavedFilterRow[]> {
  const found = await db.savedFilter.findMany({
    where: { AND: [{ list }, savedFiltersVisibleTo(actor)] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
    select: { id: true, name: true, shared: true, ownerId: true, query: true },
  });
  return found.map(({ ownerId, query, ...filter }) => ({
    ...filter,
    own: ownerId === actor.accountId,
    query: savedQuery.catch({ filter: "" }).parse(query),
  }));
}
