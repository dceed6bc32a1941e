import "server-only";
import { clientsActedFor } from "@/lib/features/clients/portal/scope";
import { documentsVisibleTo } from "@/lib/features/documents/scope";
import type { ContactActor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import type { SharedDocument } from "./schema";

const AT_MOST = 500;

/** What is shared with this contact, the newest first, in one query; of each only what it is now. */
export async function listSharedDocuments(actor: ContactActor): Promise<SharedDocument[]> {
  const clients = actor.clients.map(({ clientId }) => clientId);
  return rows<SharedDocument>(sql`
    select documents.id, documents.name, documents.content_type as "contentType", documents.size,
      documents.changed_at as "changedAt", c.name as client
    from documents left join clients c on documents.subject_kind = 'client' and c.id = documents.subject_id
    where documents.deleted_at is null and ${documentsVisibleTo(actor)}
      and (documents.subject_kind = 'client' and documents.subject_id = any(${clients}::uuid[]) or documents.contact_id = ${actor.contactId}::uuid)
    order by documents.changed_at desc, documents.id desc limit ${AT_MOST}`);
}

/** The clients a contact may hand something in for, by name. */
export async function listClientsActedFor(actor: ContactActor): Promise<{ id: string; name: string }[]> {
  const ids = clientsActedFor(actor);
  return rows(
    sql`select id, name from clients where id = any(${ids}::uuid[]) and deleted_at is null order by name, id`,
  );
}
