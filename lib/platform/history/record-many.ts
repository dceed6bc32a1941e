import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { HISTORY, type HistoryData, type HistoryName } from "./catalogue";
import { actorColumns, type Subject } from "./record";

export type ManyEntry<Name extends HistoryName = HistoryName> = {
  kind: Name;
  subject: Subject;
  data: HistoryData<Name>;
  /** The client in whose data stream it appears. */
  clientId?: string | null;
  at?: Date;
};

/** An entry as it was written; `streamId` is null for kinds that people do not read in the data stream. */
export type WrittenEntry = { historyId: string; streamId: string | null };

type Options = {
  operationId: string | null;
  /** Whether each entry stands in the organization's own stream, too; the operation's one line is usually enough. */
  leading: boolean;
};

/**
 * `record` for many records at once, in one statement whatever their number.
 * @returns what was written, in the order of the entries.
 */
export async function recordMany(
  tx: Tx,
  actor: Actor,
  entries: readonly ManyEntry[],
  { operationId, leading }: Options,
): Promise<WrittenEntry[]> {
  const recordedAt = now();
  const lines = entries.map((entry) => ({
    id: newId(),
    streamId: HISTORY[entry.kind].stream ? newId() : null,
    at: entry.at ?? recordedAt,
    kind: entry.kind,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    clientId: entry.clientId ?? null,
    data: HISTORY[entry.kind].data.parse(entry.data) as object,
  }));
  const { actorKind, actorId, actorName, requestId, ip } = actorColumns(actor);
  await execute(
    sql`with l as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (id uuid, "streamId" uuid, at timestamptz,
          "clientId" uuid, kind text, "subjectKind" text, "subjectId" uuid, data jsonb)
      ), entries as (
        insert into history (id, at, kind, actor_kind, actor_id, actor_name, subject_kind, subject_id, data, operation_id, request_id, ip)
        select l.id, ${recordedAt}::timestamptz, l.kind, ${actorKind}, ${actorId}::uuid, ${actorName}, l."subjectKind",
          l."subjectId", l.data, ${operationId}::uuid, ${requestId}, ${ip} from l
      )
      insert into stream_entries (id, at, client_id, is_leading, kind, subject_kind, subject_id, actor_name, data, history_id)
      select l."streamId", l.at, l."clientId", ${leading}, l.kind, l."subjectKind", l."subjectId", ${actorName}, l.data, l.id
      from l where l."streamId" is not null`,
    tx,
  );
  return lines.map(({ id, streamId }) => ({ historyId: id, streamId }));
}
