import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { refuse } from "@/lib/platform/refusal";
import { type SqlFragment, sql } from "@/lib/values/sql";

/** What old values can be put back of. */
export type Restored = "client" | "contact" | "prospect";
type Change = { kind: Restored; id: string; entryId: string; field: string };

/** What a field of a record said before this entry of its history; null where the entry is not of this record and field. */
export async function findOldValue(tx: Tx, { kind, id, entryId, field }: Change): Promise<{ value: unknown } | null> {
  const [found] = await rows<{ value: unknown }>(
    sql`select case when kind = 'client.status-changed' then data->'from' else data->'changes'->${field}::text->'from' end as value
      from history where id = ${entryId}::uuid and subject_kind = ${kind} and subject_id = ${id}::uuid
        and ${tellsOf(kind)}
        and (data->'changes' ? ${field}::text or kind = 'client.status-changed' and ${field}::text = 'status')`,
    tx,
  );
  return found ?? null;
}

const OWN_FIELDS: Record<Restored, string[] | null> = {
  client: null,
  contact: ["contact.edited", "contact.edited-in-portal"],
  prospect: ["prospect.edited"],
};

/** Whether an entry of `history` tells of the record's own fields, and not of what hangs on it. */
export function tellsOf(kind: Restored): SqlFragment {
  const kinds = OWN_FIELDS[kind];
  return kinds ? sql`history.kind = any(${kinds}::text[])` : sql`true`;
}

/**
 * The id of what bears a name that history kept.
 * @param named a query of what can be chosen, as id and name
 * @throws {RefusalError} cannot_restore where none or several have that name
 */
export async function idOfName(tx: Tx, named: SqlFragment, name: unknown): Promise<string> {
  const found = await rows<{ id: string }>(
    sql`select id from (${named}) named where name = ${String(name)} limit 2`,
    tx,
  );
  const [only] = found;
  if (!only || found.length > 1) return refuse("cannot_restore", "field-history.refusals.name");
  return only.id;
}
