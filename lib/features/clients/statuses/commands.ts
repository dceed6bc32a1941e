import "server-only";
import { carryOut, planChanges } from "@/lib/features/clients/workflows/commands";
import { findWorkflowStatus } from "@/lib/features/clients/workflows/queries";
import { maySet } from "@/lib/features/clients/workflows/rules";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";

type Changing = { id: string; name: string; status: { id: string; name: string } };

/** What a status becomes; `restores` names the history entry whose old value this puts back. */
type StatusChange = { client: Changing; statusId: string; reason?: string | null; restores?: string | undefined };

/**
 * Writes a client's new status, its history entry and what follows from the status; nothing when it is the present one.
 * Every way to change one client's status ends here.
 */
export async function writeStatus(
  tx: Tx,
  actor: Actor,
  { client, statusId, reason = null, restores }: StatusChange,
): Promise<boolean> {
  if (client.status.id === statusId) return false;
  const to = await findStatus(tx, statusId);
  const planned = await planChanges(tx, actor, { status: to, clientIds: [client.id], reason });
  await tx.client.update({ where: { id: client.id }, data: { statusId }, select: { id: true } });
  await record(tx, actor, {
    kind: "client.status-changed",
    subject: { kind: "client", id: client.id },
    clientIds: [client.id],
    data: {
      name: client.name,
      from: client.status.name,
      to: to.name,
      standing: to.standing,
      reason,
      ...(restores ? { restores } : {}),
    },
  });
  await carryOut(tx, actor, { status: to, planned });
  return true;
}

/** The status a new client begins with: one that this person may give, and nothing follows from it. */
export async function checkFirstStatus(tx: Tx, actor: Actor, statusId: string): Promise<void> {
  const status = await findStatus(tx, statusId);
  if (maySet(status, actor)) return;
  const values = { status: status.name };
  refuse("administrators_only", "statuses.refusals.administratorsOnly", { field: "statusId", values });
}

async function findStatus(tx: Tx, statusId: string) {
  const status = await findWorkflowStatus(tx, statusId);
  return status ?? refuse("unknown_status", "validation.id", { field: "statusId" });
}
