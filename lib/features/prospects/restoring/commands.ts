import "server-only";
import { writeProspectEdit } from "@/lib/features/prospects/commands";
import { findProspect } from "@/lib/features/prospects/record/queries";
import { editInputOf, shownProspect } from "@/lib/features/prospects/record/rules";
import { type EditProspectInput, prospectFields } from "@/lib/features/prospects/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { findOldValue, idOfName } from "@/lib/platform/history/old-value";
import { refuse } from "@/lib/platform/refusal";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { RestoreProspectValueInput } from "./schema";

/**
 * Puts a field back to what it said before a recorded change, as an ordinary edit: the same rules, and history says that
 * it was restored.
 * @throws {RefusalError} not_found; changed_meanwhile when somebody saved since the history was looked at; same_value;
 *   cannot_restore where what it said cannot be chosen or is not valid any more
 */
export async function restoreProspectValue(actor: Actor, input: RestoreProspectValueInput): Promise<void> {
  const { prospectId, version, entryId, field } = input;
  await inTransaction(async (tx) => {
    const prospect = await findProspect(actor, prospectId, tx);
    const old = prospect && (await findOldValue(tx, { kind: "prospect", id: prospectId, entryId, field }));
    if (!old) refuse("not_found", "refusals.notFound");
    if ((shownProspect(prospect)[field] ?? null) === old.value) refuse("same_value", "field-history.refusals.same");
    const restored = await fieldOf(tx, field, old.value);
    await writeProspectEdit(tx, actor, { ...editInputOf(prospect), ...restored, version }, { restores: entryId });
  });
}

const NAMED: Readonly<Record<string, { key: keyof EditProspectInput; table: SqlFragment }>> = {
  center: { key: "centerId", table: sql`select id, name::text as name from centers where archived_at is null` },
  owner: {
    key: "ownerId",
    table: sql`select id, first_name || ' ' || last_name as name from accounts where status = 'ACTIVE'`,
  },
};

/** The old value as the edit form would send it; history keeps names, and a name has to mean exactly one thing still. */
async function fieldOf(tx: Tx, field: string, value: unknown): Promise<Partial<EditProspectInput>> {
  const named = NAMED[field];
  if (named) return { [named.key]: value === null ? null : await idOfName(tx, named.table, value) };
  const read = prospectFields.pick({ [field]: true } as { name: true }).safeParse({ [field]: String(value ?? "") });
  return read.success ? read.data : refuse("cannot_restore", "field-history.refusals.invalid");
}
