import { refuse } from "@/lib/platform/refusal";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { type Actor, centersSeen } from "./actor";
import type { RecordKind } from "./rights";

/** That the center in this column is one whose records of a kind the person sees. */
export function inCentersSeen(actor: Actor, kind: RecordKind, column: SqlFragment): SqlFragment {
  const centers = centersSeen(actor, kind);
  return centers ? sql`${column} = any(${centers}::uuid[])` : sql`true`;
}

/** The same as a condition of Prisma on a record with a center. */
export function whereCentersSeen(actor: Actor, kind: RecordKind): { centerId?: { in: string[] } } {
  const centers = centersSeen(actor, kind);
  return centers ? { centerId: { in: [...centers] } } : {};
}

/**
 * Refuses to put a record where the person could not reach it.
 * @throws {RefusalError} center_not_yours
 */
export function requireCenter(actor: Actor, kind: RecordKind, centerId: string | null): void {
  const centers = centersSeen(actor, kind);
  if (!centers || (centerId && centers.includes(centerId))) return;
  refuse("center_not_yours", "refusals.centerNotYours", { field: "centerId" });
}
