import "server-only";
import { selectClientIds } from "@/lib/features/clients/queries";
import { type ChangeStatusesInput, STATUS_BATCH } from "@/lib/features/clients/schema";
import { carryOut, planChanges } from "@/lib/features/clients/workflows/commands";
import { findWorkflowStatus } from "@/lib/features/clients/workflows/queries";
import { maySet } from "@/lib/features/clients/workflows/rules";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { recordMany } from "@/lib/platform/history/record-many";
import { runOperationInSet } from "@/lib/platform/operation/lifecycle";
import { updateInSet } from "@/lib/platform/operation/update-in-set";
import { refuse } from "@/lib/platform/refusal";
import { type SqlFragment, sql } from "@/lib/values/sql";

type Changing = { id: string; name: string; status: { id: string; name: string } };

/**
 * Writes a client's new status, its history entry and what follows from the status; nothing when it is the present one.
 * Every way to change one client's status ends here.
 */
export async function writeStatus(
  tx: Tx,
  actor: Actor,
  { client, statusId, reason = null }: { client: Changing; statusId: string; reason?: string | null },
): Promise<boolean> {
  if (client.status.id === statusId) return false;
  const to = await findStatus(tx, statusId);
  const planned = await planChanges(tx, actor, { status: to, clientIds: [client.id], reason });
  await tx.client.update({ where: { id: client.id }, data: { statusId }, select: { id: true } });
  await record(tx, actor, {
    kind: "client.status-changed",
    subject: { kind: "client", id: client.id },
    clientIds: [client.id],
    data: { name: client.name, from: client.status.name, to: to.name, standing: to.standing, reason },
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

export const STATUS_OPERATION = "client-status";

type ChangeStatuses = Omit<ChangeStatusesInput, "reason"> & { reason?: string | null };
type Changed = { changed: number; unchanged: number; operationId: string | null };

/**
 * Gives all chosen clients one status, as an operation that can be undone. Answers how many changed and how many had it
 * already.
 */
export async function changeClientStatuses(
  actor: Actor,
  { statusId, all, reason = null, ...chosen }: ChangeStatuses,
): Promise<Changed> {
  const ids = await selectClientIds(actor, { ...chosen, all: all === "true" });
  return inTransaction(
    async (tx) => {
      const clients = await lockClients(tx, ids);
      const to = await findStatus(tx, statusId);
      const changing = clients.filter(({ status }) => status.id !== statusId);
      const counts = { changed: changing.length, unchanged: clients.length - changing.length };
      if (changing.length === 0) return { ...counts, operationId: null };
      const clientIds = changing.map(({ id }) => id);
      const planned = await planChanges(tx, actor, { status: to, clientIds, reason });
      const operationId = await runOperationInSet(tx, actor, {
        kind: STATUS_OPERATION,
        title: to.name,
        input: { statusId, name: to.name, standing: to.standing },
        work: async (id) => {
          await updateInSet(tx, id, {
            table: "clients",
            subjectKind: "client",
            ids: clients.map((client) => client.id),
            unless: sql`t.status_id = ${statusId}::uuid`,
            set: sql`status_id = ${statusId}::uuid, version = t.version + 1, updated_at = ${now()}::timestamptz`,
            name: sql`t.name`,
          });
          const entries = changing.map((client) => statusEntry(client, { from: client.status.name, to, reason }));
          await recordMany(tx, actor, entries, { operationId: id, leading: true });
          await carryOut(tx, actor, { status: to, planned });
        },
      });
      return { ...counts, operationId };
    },
    { timeoutMs: 60_000 },
  );
}

async function lockClients(tx: Tx, ids: SqlFragment): Promise<Changing[]> {
  const clients = await rows<Changing>(
    sql`select clients.id, clients.name, jsonb_build_object('id', s.id, 'name', s.name) as status
      from clients join client_statuses s on s.id = clients.status_id
      where clients.id in (${ids}) order by clients.id limit ${STATUS_BATCH + 1} for no key update of clients`,
    tx,
  );
  if (clients.length > STATUS_BATCH)
    refuse("too_many", "clients.refusals.tooManyForStatus", { values: { limit: STATUS_BATCH } });
  return clients;
}

type Status = { name: string; standing: string };

/** How a change of status is told in history and in the client's data stream. */
export function statusEntry(
  client: { id: string; name: string },
  { from, to, reason = null }: { from: string; to: Status; reason?: string | null },
) {
  return {
    kind: "client.status-changed" as const,
    subject: { kind: "client", id: client.id },
    clientId: client.id,
    data: { name: client.name, from, to: to.name, standing: to.standing, reason },
  };
}

async function findStatus(tx: Tx, statusId: string) {
  const status = await findWorkflowStatus(tx, statusId);
  return status ?? refuse("unknown_status", "validation.id", { field: "statusId" });
}
