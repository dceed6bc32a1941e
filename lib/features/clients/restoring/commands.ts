import "server-only";
import { writeClientEdit } from "@/lib/features/clients/commands";
import { findClient } from "@/lib/features/clients/record/queries";
import { editInputOf, shownFields } from "@/lib/features/clients/record/rules";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import { clientFields, type EditClientInput } from "@/lib/features/clients/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { refuse } from "@/lib/platform/refusal";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { Restorable, RestoreValueInput } from "./schema";

/**
 * Puts a field back to what it said before a recorded change, as an ordinary edit: the same rules, and history says that
 * it was restored.
 * @throws {RefusalError} not_found; changed_meanwhile when somebody saved since the history was looked at; same_value;
 *   cannot_restore where what it said cannot be chosen or is not valid any more
 */
export async function restoreClientValue(actor: Actor, input: RestoreValueInput): Promise<void> {
  const { clientId, version, entryId, field } = input;
  await inTransaction(async (tx) => {
    const client = await findClient(actor, clientId, tx);
    if (!client) refuse("not_found", "refusals.notFound");
    const old = await findOld(tx, input);
    if (!old) refuse("not_found", "refusals.notFound");
    const present = field === "status" ? client.status.name : shownFields(client)[field];
    if ((present ?? null) === old.value) refuse("same_value", "clients.refusals.sameValue");
    const edit = { ...editInputOf(client), ...(await fieldOf(tx, client, { field, value: old.value })), version };
    await writeClientEdit(tx, actor, edit, { restores: entryId });
  });
}

/** What the field said before that change; null where the change is not of this client and field. */
async function findOld(tx: Tx, { clientId, entryId, field }: RestoreValueInput): Promise<{ value: unknown } | null> {
  const [found] = await rows<{ value: unknown }>(
    sql`select case when kind = 'client.status-changed' then data->'from' else data->'changes'->${field}::text->'from' end as value
      from history where id = ${entryId}::uuid and subject_kind = 'client' and subject_id = ${clientId}::uuid
        and (data->'changes' ? ${field}::text or kind = 'client.status-changed' and ${field}::text = 'status')`,
    tx,
  );
  return found ?? null;
}

type Old = { field: Restorable; value: unknown };

const NAMED: Readonly<Partial<Record<Restorable, { key: keyof EditClientInput; table: SqlFragment }>>> = {
  status: { key: "statusId", table: sql`select id, name::text as name from client_statuses where archived_at is null` },
  center: { key: "centerId", table: sql`select id, name::text as name from centers where archived_at is null` },
  practitioner: {
    key: "practitionerId",
    table: sql`select id, first_name || ' ' || last_name as name from practitioners where status = 'ACTIVE'`,
  },
};

/** The old value as the edit form would send it; history keeps names, and a name has to mean exactly one thing still. */
async function fieldOf(tx: Tx, client: ClientRecord, { field, value }: Old): Promise<Partial<EditClientInput>> {
  const named = NAMED[field];
  if (!named) return readField(field, value);
  if (value === null && field === "practitioner") return { practitionerId: null };
  const found = await rows<{ id: string }>(
    sql`select id from (${named.table}) named where name = ${String(value)} limit 2`,
    tx,
  );
  const [only] = found;
  if (!only || found.length > 1) refuse("cannot_restore", "clients.refusals.cannotRestoreName");
  const otherPractitionerIds = client.practitioners.map(({ id }) => id).filter((id) => id !== only.id);
  return { [named.key]: only.id, ...(field === "practitioner" ? { otherPractitionerIds } : {}) };
}

function readField(field: Restorable, value: unknown): Partial<EditClientInput> {
  const shape = clientFields.pick({ [field]: true } as { name: true });
  const read = shape.safeParse({ [field]: value === null || value === undefined ? "" : String(value) });
  if (!read.success) return refuse("cannot_restore", "clients.refusals.cannotRestore");
  return read.data;
}
