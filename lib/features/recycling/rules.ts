import { addMinutes } from "@/lib/values/instant";
import type { Deletable } from "./schema";

/** How long a deleted record can be restored. */
export const KEPT_DAYS = 30;

const DAY = 24 * 60;

/** When a deleted record leaves the recycle bin for good. */
export const keptUntil = (deletedAt: Date) => addMinutes(deletedAt, KEPT_DAYS * DAY);

export type DeletionBlock = "sessions" | "payments" | "invoices" | "primary";

/** What keeps a record from being deleted, in the order in which it is best undone. */
export function deletionBlocks({ sessions, payments, invoices, primaryOf }: Deletable): DeletionBlock[] {
  return [
    ...(sessions > 0 ? (["sessions"] as const) : []),
    ...(payments > 0 ? (["payments"] as const) : []),
    ...(invoices > 0 ? (["invoices"] as const) : []),
    ...(primaryOf.length > 0 ? (["primary"] as const) : []),
  ];
}
