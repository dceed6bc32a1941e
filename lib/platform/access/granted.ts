import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { type GrantedRights, readRights, widestRights } from "./rights";

/**
 * Columns of `accounts a`: the stored rights of each group it belongs to, or of its role's own group where it belongs to
 * none, and the centers that are its own.
 */
export const GRANTED = sql`
  (SELECT coalesce(jsonb_agg(coalesce(g.rights, 'null'::jsonb)), '[]'::jsonb) FROM rights_groups g
    WHERE g.id IN (SELECT m.group_id FROM account_groups m WHERE m.account_id = a.id)
      OR (g.default_for = a.role AND NOT EXISTS (SELECT FROM account_groups m WHERE m.account_id = a.id))) AS "groupRights",
  ARRAY(SELECT ac.center_id FROM account_centers ac WHERE ac.account_id = a.id) AS "centerIds"`;

export type Granted = { groupRights: unknown[]; centerIds: string[] };

/** What the groups of somebody come to. */
export function rightsGranted({ groupRights }: Pick<Granted, "groupRights">): GrantedRights {
  return widestRights(groupRights.map(readRights));
}

/** The rights of an account as they stand now, for work that goes on without a sign-in. */
export async function findGranted(
  accountId: string,
  tx?: Tx,
): Promise<{ rights: GrantedRights; centerIds: readonly string[] }> {
  const [found] = await rows<Granted>(sql`SELECT ${GRANTED} FROM accounts a WHERE a.id = ${accountId}::uuid`, tx);
  return { rights: rightsGranted(found ?? { groupRights: [] }), centerIds: found?.centerIds ?? [] };
}
