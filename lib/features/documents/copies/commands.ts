import "server-only";
import { holdQuota } from "@/lib/features/documents/quota/commands";
import type { DocumentSubject } from "@/lib/features/documents/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";

type Copying = { from: DocumentSubject; to: DocumentSubject };

/**
 * Copies a record's documents to another, in the transaction of whatever asks for it. Each copy lives on its own from
 * then on (S4-11) and begins unshared; the bytes are kept once. The caller has checked both records.
 * @returns how many were copied.
 * @throws {RefusalError} too_many_files, no_room
 */
export async function copyDocuments(tx: Tx, actor: Actor, { from, to }: Copying): Promise<number> {
  const originals = await rows<{ id: string; name: string }>(
    sql`select id, name from documents where subject_kind = ${from.kind} and subject_id = ${from.id}::uuid and deleted_at is null
      order by created_at, id for share`,
    tx,
  );
  if (originals.length === 0) return 0;
  const pairs = JSON.stringify(originals.map(({ id }) => ({ id, copy: newId() })));
  const accountId = actor.kind === "account" ? actor.accountId : null;
  await execute(
    sql`insert into documents (id, subject_kind, subject_id, folder, name, visibility, current_version, content_type, size, total_size,
        account_id, added_by, created_at, changed_at)
      select p.copy, ${to.kind}, ${to.id}::uuid, d.folder, d.name, 'STAFF', 1, d.content_type, d.size, d.size,
        ${accountId}::uuid, ${actor.name}, ${now()}, ${now()}
      from jsonb_to_recordset(${pairs}::jsonb) as p (id uuid, copy uuid) join documents d on d.id = p.id`,
    tx,
  );
  await execute(
    sql`insert into document_versions (document_id, number, content_id, file_name, content_type, size, added_by, created_at)
      select p.copy, 1, v.content_id, v.file_name, v.content_type, v.size, ${actor.name}, ${now()}
      from jsonb_to_recordset(${pairs}::jsonb) as p (id uuid, copy uuid) join documents d on d.id = p.id
      join document_versions v on v.document_id = d.id and v.number = d.current_version`,
    tx,
  );
  await holdQuota(tx, to);
  await record(tx, actor, {
    kind: "documents.copied",
    subject: to,
    data: { count: originals.length, names: originals.map(({ name }) => name).join(", ") },
    clientIds: to.kind === "client" ? [to.id] : [],
  });
  return originals.length;
}
