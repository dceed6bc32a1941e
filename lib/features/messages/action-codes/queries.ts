import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { type ActionCodeRow, MAX_ACTION_CODES } from "./schema";

/** The administrator's list, what is archived last. */
export async function listActionCodes(actor: Actor): Promise<ActionCodeRow[]> {
  if (!actor.can("settings.edit")) return [];
  const found = await db.actionCode.findMany({
    orderBy: [{ archivedAt: { sort: "asc", nulls: "first" } }, { position: "asc" }, { name: "asc" }],
    take: MAX_ACTION_CODES,
    select: { id: true, name: true, archivedAt: true },
  });
  return found.map(({ archivedAt, ...code }) => ({ ...code, archived: archivedAt !== null }));
}
