import "server-only";
import { selectClientIds } from "@/lib/features/clients/queries";
import { type ChangeStatusesInput, STATUS_BATCH } from "@/lib/features/clients/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";

type Changing = { id: string; name: string; status: { id: string; name: string } };

/** Writes a client's new status and its history entry; nothing when it is the present one. */
export async function writeStatus(
  tx: Tx,
  actor: Actor,
  { client, statusId }: { client: Changing; statusId: string },
): Promise<boolean> {
  if (client.status.id === statusId) return false;
  const to = await findStatus(tx, statusId);
  await tx.client.update({ where: { id: client.id }, data: { statusId }, select: { id: true } });
  await record(tx, actor, {
    kind: "client.status-changed",
    subject: { kind: "client", id: client.id },
    clientIds: [client.id],
    data: { name: client.name, from: client.status.name, to: to.name, standing: to.standing },
  });
  return true;
}

/** Gives all chosen clients one status. Answers how many changed and how many had it already. */
export async function changeClientStatuses(
  actor: Actor,
  { statusId, all, ...chosen }: ChangeStatusesInput,
): Promise<{ changed: number; unchanged: number }> {
  const ids = await selectClientIds(actor, { ...chosen, all: all === "true" });
  return inTransaction(
    async (tx) => {
      const clients = await rows<Changing>(
        sql`select clients.id, clients.name, jsonb_build_object('id', s.id, 'name', s.name) as status
          from clients join client_statuses s on s.id = clients.status_id
          where clients.id in (${ids}) order by clients.id limit ${STATUS_BATCH + 1} for no key update of clients`,
        tx,
      );
      if (clients.length > STATUS_BATCH) {
        refuse("too_many", "clients.refusals.tooManyForStatus", { values: { limit: STATUS_BATCH } });
      }
      let changed = 0;
      for (const client of clients) if (await writeStatus(tx, actor, { client, statusId })) changed += 1;
      await tx.client.updateMany({
        where: { id: { in: clients.filter(({ status }) => status.id !== statusId).map(({ id }) => id) } },
        data: { version: { increment: 1 } },
      });
      return { changed, unchanged: clients.length - changed };
    },
    { timeoutMs: 60_000 },
  );
}

async function findStatus(tx: Tx, statusId: string) {
  const where = { id: statusId, archivedAt: null };
  const status = await tx.clientStatus.findFirst({ where, select: { name: true, standing: true } });
  return status ?? refuse("unknown_status", "validation.id", { field: "statusId" });
}

/** Says who was faster. @throws {RefusalError} always. */
export async function changedMeanwhile(tx: Tx, clientId: string): Promise<never> {
  const last = await tx.historyEntry.findFirst({
    where: { subjectKind: "client", subjectId: clientId },
    orderBy: { at: "desc" },
    select: { actorName: true },
  });
  return refuse("changed_meanwhile", "clients.refusals.changedMeanwhile", { values: { name: last?.actorName ?? "—" } });
}
