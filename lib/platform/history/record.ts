import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
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

/** Who acts, as history rows keep it. */
export function actorColumns(actor: Actor): {
  actorKind: string;
  actorId: string | null;
  actorName: string;
  requestId: string | null;
  ip: string | null;
} {
  const actorId = actor.kind === "account" ? actor.accountId : actor.kind === "contact" ? actor.contactId : null;
  return { actorKind: actor.kind, actorId, actorName: actor.name, requestId: actor.requestId, ip: actor.ip };
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
  await tx.historyEntry.create({
    data: {
      id,
      at: recordedAt,
      kind,
      ...actorColumns(actor),
      subjectKind: subject.kind,
      subjectId: subject.id,
      data,
      operationId,
    },
    select: { id: true },
  });
  if (!HISTORY[kind].stream) return id;
  const line = {
    at,
    kind,
    subjectKind: subject.kind,
    subjectId: subject.id,
    actorName: actor.name,
    data,
    historyId: id,
  };
  const clients = clientIds.length > 0 ? clientIds : [null];
  await tx.streamEntry.createMany({
    data: clients.map((clientId, place) => ({ ...line, clientId, leading: place === 0 })),
  });
  return id;
}
