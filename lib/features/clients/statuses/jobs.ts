import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { recordMany } from "@/lib/platform/history/record-many";
import type { AppliedRow, OperationHandler, RunningOperation } from "@/lib/platform/operation/handler";
import { undoTraced } from "@/lib/platform/operation/undo-traced";
import { sql } from "@/lib/values/sql";
import { STATUS_OPERATION, statusEntry } from "./commands";

type Returned = { id: string; name: string; from: string; to: { name: string; standing: string } };

/** Clients get back the status they had, unless somebody changed them since; their data streams tell it. */
async function undoBatch(tx: Tx, operation: RunningOperation, batch: AppliedRow[]) {
  const results = await undoTraced(tx, batch);
  const undone = results.filter(({ undo }) => undo === "undone").map(({ id }) => id);
  const returned = await rows<Returned>(
    sql`select clients.id, clients.name, o.title as "from", jsonb_build_object('name', s.name, 'standing', s.standing) as "to"
      from operation_rows r join operations o on o.id = r.operation_id
      join clients on clients.id = r.subject_id join client_statuses s on s.id = clients.status_id
      where r.id = any(${undone}::uuid[]) order by r.position`,
    tx,
  );
  const entries = returned.map(({ from, to, ...client }) => statusEntry(client, { from, to }));
  await recordMany(tx, operation.actor, entries, { operationId: operation.id, leading: true });
  return results;
}

/** What the worker does for changes of many statuses: they run at once, so only taking them back is left to it. */
export const clientStatusOperations: Readonly<Record<string, OperationHandler>> = { [STATUS_OPERATION]: { undoBatch } };
