import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { contactsVisibleTo } from "@/lib/features/contacts/scope";
import { prospectsVisibleTo } from "@/lib/features/prospects/scope";
import type { Actor } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { rows } from "@/lib/platform/db/rows";
import { type Restored, tellsOf } from "@/lib/platform/history/old-value";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isoOf, parseInstant } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { CHANGES_PAGE, type RecordedChange } from "./schema";

type Kept = { permission: Permission; table: SqlFragment; visible: (actor: Actor) => SqlFragment };

const RECORDS: Record<Restored, Kept> = {
  client: { permission: "clients.edit", table: sql`clients`, visible: clientsVisibleTo },
  contact: { permission: "contacts.edit", table: sql`contacts`, visible: contactsVisibleTo },
  prospect: { permission: "prospects.edit", table: sql`prospects`, visible: prospectsVisibleTo },
};

/** One page of what was changed on a record, newest first: one walk along an index, for who may edit it. */
export async function listChanges(
  actor: Actor,
  { kind, id: recordId, before }: { kind: Restored; id: string; before?: string },
): Promise<Page<RecordedChange>> {
  const cursor = decodeCursor(before);
  const [at, id] = cursor?.values ?? [];
  const instant = typeof at === "string" ? parseInstant(at) : null;
  const older =
    instant && typeof id === "string"
      ? sql`(history.at, history.id) < (${instant}::timestamptz, ${id}::uuid)`
      : sql`true`;
  const { permission, table, visible } = RECORDS[kind];
  const found = await rows<RecordedChange>(sql`
    select history.id, history.at, history.kind, history.actor_name as "actorName", history.data
    from history join ${table} on ${table}.id = history.subject_id
    where history.subject_kind = ${kind} and history.subject_id = ${recordId}::uuid
      and ${actor.can(permission)} and ${visible(actor)} and ${tellsOf(kind)}
      and (history.data ? 'changes' or history.kind = 'client.status-changed') and ${older}
    order by history.at desc, history.id desc limit ${CHANGES_PAGE + 1}`);
  return pageOf(found, { size: CHANGES_PAGE, cursor, valuesOf: (row) => [isoOf(row.at), row.id] });
}
