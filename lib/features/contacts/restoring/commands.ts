import "server-only";
import { writeContact } from "@/lib/features/contacts/commands";
import { findContact } from "@/lib/features/contacts/queries";
import { contactFields } from "@/lib/features/contacts/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { findOldValue } from "@/lib/platform/history/old-value";
import { refuse } from "@/lib/platform/refusal";
import type { RestoreContactValueInput } from "./schema";

/**
 * Puts a field back to what it said before a recorded change, as an ordinary edit: the same rules, and history says that
 * it was restored.
 * @throws {RefusalError} not_found; changed_meanwhile when somebody saved since the history was looked at; same_value;
 *   cannot_restore where what it said is not valid any more
 */
export async function restoreContactValue(actor: Actor, input: RestoreContactValueInput): Promise<void> {
  const { contactId, version, entryId, field } = input;
  await inTransaction(async (tx) => {
    const contact = await findContact(actor, contactId, tx);
    const old = contact && (await findOldValue(tx, { kind: "contact", id: contactId, entryId, field }));
    if (!old) refuse("not_found", "refusals.notFound");
    if ((contact[field] ?? null) === old.value) refuse("same_value", "field-history.refusals.same");
    await writeContact(tx, actor, { contactId, version, fields: read(field, old.value), restores: entryId });
  });
}

/** The old value as the edit form would send it. */
function read(field: RestoreContactValueInput["field"], value: unknown) {
  const sent = field === "doNotMail" ? (value === true ? "on" : undefined) : String(value ?? "");
  const fields = contactFields.pick({ [field]: true } as { firstName: true }).safeParse({ [field]: sent });
  return fields.success ? fields.data : refuse("cannot_restore", "field-history.refusals.invalid");
}
