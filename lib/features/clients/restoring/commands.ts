import "server-only";
import { writeClientEdit } from "@/lib/features/clients/commands";
import { findClient } from "@/lib/features/clients/record/queries";
import { editInputOf, shownFields } from "@/lib/features/clients/record/rules";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import { clientFields, type EditClientInput } from "@/lib/features/clients/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { findOldValue, idOfName } from "@/lib/platform/history/old-value";
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
    const old = await findOldValue(tx, { kind: "client", id: clientId, entryId, field });
    if (!old) refuse("not_found", "refusals.notFound");
    const present = field === "status" ? client.status.name : shownFields(client)[field];
    if ((present ?? null) === old.value) refuse("same_value", "field-history.refusals.same");
    const edit = { ...editInputOf(client), ...(await fieldOf(tx, client, { field, value: old.value })), version };
    await writeClientEdit(tx, actor, edit, { restores: entryId });
  });
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
  const only = await idOfName(tx, named.table, value);
  const otherPractitionerIds = client.practitioners.map(({ id }) => id).filter((id) => id !== only);
  return { [named.key]: only, ...(field === "practitioner" ? { otherPractitionerIds } : {}) };
}

function readField(field: Restorable, value: unknown): Partial<EditClientInput> {
  const shape = clientFields.pick({ [field]: true } as { name: true });
  const read = shape.safeParse({ [field]: value === null || value === undefined ? "" : String(value) });
  if (!read.success) return refuse("cannot_restore", "field-history.refusals.invalid");
  return read.data;
}
