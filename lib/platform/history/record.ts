import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { HISTORY, type HistoryData, type HistoryName } from "./catalogue";

/** The record a history entry is about. */
export type Subject = { kind: string; id: string | null };

type Options = {
  /** Clients in whose data streams it appears; the first also stands for it in the organization's stream. */
  clientIds?: readonly string[];
  /** When it happened, where that is not now (an imported session, say). */
  at?: Date;
  operationId?: string;
};

function idOf(actor: Actor): string | null {
  if (actor.kind === "account") return actor.accountId;
  if (actor.kind === "contact") return actor.contactId;
  return actor.kind === "key" ? actor.keyId : null;
}

/** Who acts, as history rows keep it. */
export function actorColumns(actor: Actor): {
  actorKind: string;
  actorId: string | null;
  actorName: string;
  requestId: string | null;
  ip: string | null;
} {
  return {
    actorKind: actor.kind,
    actorId: idOf(actor),
    actorName: actor.name,
    requestId: actor.requestId,
    ip: actor.ip,
  };
}

/**
 * Writes what happened, in the transaction in which it happens, and the stream entries people will read.
 * @throws when `data` does not fit the kind: a bug, so the change is rolled back with it.
 */
export async function record<Name extends HistoryName>(
  tx: Tx,
  actor: Actor,
  entry: { kind: Name; subject: Subject; data: HistoryData<Name> } & Options,
): Promise<string> {
  const { kind, subject, clientIds = [], operationId = null } = entry;
  const data = HISTORY[kind].data.parse(entry.data) as object;
  const recordedAt = now();
  const at = entry.at ?? recordedAt;
  const id = newId();
  const { actorKind, actorId, actorName, requestId, ip } = actorColumns(actor);
  const kept = JSON.stringify(data);
  const history = sql`insert into history (id, at, kind, actor_kind, actor_id, actor_name, subject_kind, subject_id, data,
      operation_id, request_id, ip)
    values (${id}::uuid, ${recordedAt}::timestamptz, ${kind}, ${actorKind}, ${actorId}::uuid, ${actorName}, ${subject.kind},
      ${subject.id}::uuid, ${kept}::jsonb, ${operationId}::uuid, ${requestId}, ${ip})`;
  if (!HISTORY[kind].stream) {
    await execute(history, tx);
    return id;
  }
  const clients = clientIds.length > 0 ? [...clientIds] : [null];
  await execute(
    sql`with entry as (${history})
      insert into stream_entries (at, client_id, is_leading, kind, subject_kind, subject_id, actor_name, data, history_id)
      select ${at}::timestamptz, c.id, c.place = 1, ${kind}, ${subject.kind}, ${subject.id}::uuid, ${actorName}, ${kept}::jsonb,
        ${id}::uuid
      from unnest(${clients}::uuid[]) with ordinality as c (id, place) order by c.place`,
    tx,
  );
  return id;
}
