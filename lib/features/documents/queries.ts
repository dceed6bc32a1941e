import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { type DocumentList, type DocumentRow, type DocumentSubject, MAX_FILES } from "./schema";
import { documentsVisibleTo } from "./scope";

/**
 * A record's documents with their versions, by folder and name, in one query: quotas keep them at a few hundred. The
 * caller has found the record for this person.
 */
export async function listDocuments(
  actor: Actor,
  { kind, id }: DocumentSubject,
  { bin = false } = {},
): Promise<DocumentList> {
  const found = await rows<DocumentRow & { inBin: number; bytes: number }>(sql`
    with visible as (
      select documents.* from documents
      where documents.subject_kind = ${kind} and documents.subject_id = ${id}::uuid and ${documentsVisibleTo(actor)}
    )
    select d.id, d.name, d.folder::text as folder, d.visibility::text as visibility, d.content_type as "contentType", d.size,
      d.added_by as "addedBy", d.account_id as "accountId", d.created_at as "createdAt", d.changed_at as "changedAt",
      d.deleted_at as "deletedAt", d.deleted_by as "deletedBy",
      case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.first_name || ' ' || k.last_name) end as contact,
      coalesce(v.list, '[]'::jsonb) as versions, counts."inBin", counts.bytes
    from (select count(*) filter (where deleted_at is not null)::int as "inBin",
        coalesce(sum(total_size) filter (where deleted_at is null), 0)::float8 as bytes from visible) counts
    left join visible d on ${bin ? sql`d.deleted_at is not null` : sql`d.deleted_at is null`}
    left join contacts k on k.id = d.contact_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('number', number, 'fileName', file_name, 'size', size, 'addedBy', added_by,
        'createdAt', created_at) order by number desc) as list
      from document_versions where document_id = d.id
    ) v on true
    order by ${bin ? sql`d.deleted_at desc` : sql`d.folder nulls first, lower(d.name)`}, d.id limit ${2 * MAX_FILES}`);
  const { inBin = 0, bytes = 0 } = found[0] ?? {};
  return { inBin, bytes, rows: found.filter((row) => row.id !== null).map(({ inBin: _, bytes: __, ...row }) => row) };
}

/** One document that may be opened, with the file of one of its versions. */
export type FoundVersion = {
  documentId: string;
  fileId: string;
  name: string;
  contentType: string;
  version: number;
  subjectKind: DocumentSubject["kind"];
  subjectId: string;
};

/**
 * The file behind a document, through the person. People outside the organization get what it is now, never what it was.
 */
export async function findVersion(
  actor: Actor,
  { documentId, version }: { documentId: string; version?: number },
  tx?: Tx,
): Promise<FoundVersion | null> {
  if (!isId(documentId)) return null;
  const wanted = actor.kind === "account" && version ? sql`${version}::int` : sql`documents.current_version`;
  const [found] = await rows<FoundVersion & { fileName: string; currentVersion: number }>(
    sql`select documents.id as "documentId", c.file_id as "fileId", documents.name, v.file_name as "fileName",
        documents.current_version as "currentVersion", v.content_type as "contentType", v.number as version,
        documents.subject_kind as "subjectKind", documents.subject_id as "subjectId"
      from documents join document_versions v on v.document_id = documents.id and v.number = ${wanted}
      join document_contents c on c.id = v.content_id
      where documents.id = ${documentId}::uuid and documents.deleted_at is null and ${documentsVisibleTo(actor)}`,
    tx,
  );
  if (!found) return null;
  const { fileName, currentVersion, ...file } = found;
  return { ...file, name: file.version === currentVersion ? file.name : fileName };
}

export type HeldDocument = Omit<DocumentRow, "contact" | "versions"> & {
  contactId: string | null;
  subject: DocumentSubject;
  clientIds: string[];
  currentVersion: number;
  totalSize: number;
};

/** A document that is about to change, kept from changing otherwise until the transaction ends. */
export async function holdDocument(
  tx: Tx,
  actor: Actor,
  { documentId, bin = false }: { documentId: string; bin?: boolean },
): Promise<HeldDocument | null> {
  if (!isId(documentId)) return null;
  const [found] = await rows<HeldDocument & { subjectKind: DocumentSubject["kind"]; subjectId: string }>(
    sql`select id, name, folder::text as folder, visibility::text as visibility, contact_id as "contactId",
        content_type as "contentType", size, total_size as "totalSize", current_version as "currentVersion", added_by as "addedBy",
        account_id as "accountId", created_at as "createdAt", changed_at as "changedAt", deleted_at as "deletedAt",
        deleted_by as "deletedBy", subject_kind as "subjectKind", subject_id as "subjectId"
      from documents where id = ${documentId}::uuid and ${bin ? sql`deleted_at is not null` : sql`deleted_at is null`}
        and ${documentsVisibleTo(actor)} for no key update`,
    tx,
  );
  if (!found) return null;
  const { subjectKind, subjectId, ...document } = found;
  const clientIds = subjectKind === "client" ? [subjectId] : [];
  return { ...document, subject: { kind: subjectKind, id: subjectId }, clientIds };
}
