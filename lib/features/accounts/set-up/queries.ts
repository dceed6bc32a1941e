import "server-only";
import { db, type Tx } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";

/** Whether nobody has an account yet, so that the first person to come sets the app up. Never so in a demo. */
export async function isUnclaimed(tx: Tx = db): Promise<boolean> {
  if (env().CASELOAD_DEMO) return false;
  return (await tx.account.findFirst({ select: { id: true } })) === null;
}
