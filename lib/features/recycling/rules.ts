import { addMinutes } from "@/lib/values/instant";
import type { Deletable } from "./schema";

/** How long a deleted record can be restored. */
export const KEPT_DAYS = 30;

const DAY = 24 * 60;

/** When a deleted record leaves the recycle bin for good. */
export const keptUntil = (deletedAt: Date) => addMinutes(deletedAt, KEPT_DAYS * DAY);

const COUNTED = ["sessions", "payments", "invoices", "registrations"] as const;

export type DeletionBlock = (typeof COUNTED)[number] | "primary";

/** What keeps a record from being deleted, in the order in which it is best undone. */
export function deletionBlocks({ primaryOf, ...record }: Deletable): DeletionBlock[] {
  return [...COUNTED.filter((what) => record[what] > 0), ...(primaryOf.length > 0 ? (["primary"] as const) : [])];
}
