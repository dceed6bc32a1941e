import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { dateColumn } from "@/lib/platform/db/columns";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { findMadeClient } from "./queries";
import { undoBlocks } from "./rules";
import type { MadeClient, UndoMakeClientInput } from "./schema";

/**
 * Takes Make Client back while nothing new hangs on the client: the number with "@", the purpose and the date of the
 * signature are as they were before. What was filled in on the way stays, because it is true of a pre-client, too.
 * @throws {RefusalError} not_found, not_a_client; something_hangs_on_it
 */
export async function undoMakeClient(actor: Actor, { clientId }: UndoMakeClientInput): Promise<void> {
  await inTransaction(async (tx) => {
    // Stronger than an edit's lock: whatever refers to the client for the first time in this moment waits, or we wait for it.
    await rows(sql`select id from clients where id = ${clientId}::uuid for update`, tx);
    const client = await findMadeClient(actor, clientId, tx);
    if (!client) refuse("not_found", "refusals.notFound");
    if (client.kind !== "CLIENT")
      refuse("not_a_client", "clients.unmaking.notAClient", { values: { number: client.number } });
    const [block] = undoBlocks(client);
    if (block)
      refuse("something_hangs_on_it", `clients.unmaking.refusals.${block.code}`, { values: { count: 0, ...block } });
    await takeBack(tx, client);
    const { name, made } = client;
    const data = { name, oldNumber: made.oldNumber, newNumber: made.newNumber };
    const subject = { kind: "client", id: clientId };
    await record(tx, actor, { kind: "client.unmade", subject, clientIds: [clientId], data });
  });
}

async function takeBack(tx: Tx, { id, made: { oldNumber, changes } }: MadeClient): Promise<void> {
  await tx.formerNumber.delete({ where: { number: oldNumber }, select: { number: true } });
  const signedOn = changes.signedOn?.from;
  await tx.client.update({
    where: { id },
    data: {
      kind: "PRE_CLIENT",
      number: oldNumber,
      purpose: changes.purpose?.from ?? null,
      resourceKind: changes.resourceKind?.from ?? null,
      signedOn: signedOn ? dateColumn(signedOn) : null,
      version: { increment: 1 },
    },
    select: { id: true },
  });
}
