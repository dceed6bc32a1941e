import "server-only";
import { CUSTOM_LIMITS } from "@/lib/features/custom-fields/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { changesBetween, type FieldChanges } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { checkChoices, writeChoices } from "./choices/commands";
import type { AddCustomFieldInput, EditCustomFieldInput, PlaceCustomFieldInput } from "./schema";

/**
 * Adds a field behind those there are.
 * @throws {RefusalError} too_many_fields, name_taken, choices_needed, choice_twice
 */
export async function addCustomField(actor: Actor, input: AddCustomFieldInput): Promise<string> {
  const { recordKind, type, label, help, choices } = input;
  const id = newId();
  await inTransaction(async (tx) => {
    await holdFields(tx);
    await checkRoom(tx, recordKind);
    await checkLabel(tx, { recordKind, label, ownId: null });
    checkChoices(type, choices);
    const last = await tx.customField.aggregate({ where: { recordKind }, _max: { position: true } });
    const mandatory = recordKind === "client" && input.mandatory;
    const position = (last._max.position ?? 0) + 1;
    await tx.customField.create({
      data: { id, recordKind, type, label, help, mandatory, position },
      select: { id: true },
    });
    if (type === "choice") await writeChoices(tx, id, choices);
    const data = { recordKind, label, type };
    await record(tx, actor, { kind: "custom-field.created", subject: { kind: "custom-field", id }, data });
  });
  return id;
}

/**
 * Changes what a field is called and offers; its type stays, because values are of it.
 * @throws {RefusalError} not_found, changed_meanwhile, name_taken, choices_needed, choice_twice
 */
export async function editCustomField(actor: Actor, input: EditCustomFieldInput): Promise<void> {
  const { fieldId, version, label, help, choices } = input;
  await inTransaction(async (tx) => {
    await holdFields(tx);
    const before = await findField(tx, fieldId);
    if (before.version !== version) refuse("changed_meanwhile", "custom-fields.refusals.changedMeanwhile");
    await checkLabel(tx, { recordKind: before.recordKind, label, ownId: fieldId });
    checkChoices(before.type, choices);
    const mandatory = before.recordKind === "client" && input.mandatory;
    const data = { label, help, mandatory };
    await tx.customField.update({
      where: { id: fieldId },
      data: { ...data, version: { increment: 1 } },
      select: { id: true },
    });
    const offered = before.type === "choice" ? { choices: choices.map((each) => each.label).join(", ") } : {};
    if (before.type === "choice") await writeChoices(tx, fieldId, choices);
    const known = {
      label: before.label,
      help: before.help,
      mandatory: before.mandatory,
      choices: before.choices.map((each) => each.label).join(", "),
    };
    const changes = changesBetween<Record<string, unknown>>(known, { ...data, ...offered });
    if (changes) await recordEdit(tx, actor, { id: fieldId, label, changes });
  });
}

/** Puts a field in another place among the live ones. */
export async function placeCustomField(actor: Actor, { fieldId, position }: PlaceCustomFieldInput): Promise<void> {
  await inTransaction(async (tx) => {
    await holdFields(tx);
    const { recordKind, label } = await findField(tx, fieldId);
    const found = await rows<{ id: string }>(
      sql`select id from custom_fields where record_kind = ${recordKind} and archived_at is null order by position, id`,
      tx,
    );
    const ids = found.map(({ id }) => id);
    const from = ids.indexOf(fieldId);
    const to = Math.min(position, ids.length - 1);
    if (from < 0 || from === to) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    await execute(
      sql`update custom_fields f set position = o.place::int from unnest(${ids}::uuid[]) with ordinality o (id, place)
        where f.id = o.id`,
      tx,
    );
    const changes = { position: { from: from + 1, to: to + 1 } };
    await recordEdit(tx, actor, { id: fieldId, label, changes });
  });
}

/** Asks for a field no more; what records have in it stays, and is there again when the field is brought back. */
export async function archiveCustomField(actor: Actor, { fieldId }: { fieldId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    await holdFields(tx);
    const { label, archivedAt } = await findField(tx, fieldId);
    if (archivedAt) return;
    const data = { archivedAt: now(), version: { increment: 1 } };
    await tx.customField.update({ where: { id: fieldId }, data, select: { id: true } });
    await recordEdit(tx, actor, { id: fieldId, label, changes: { archived: { from: false, to: true } } });
  });
}

/** @throws {RefusalError} not_found, too_many_fields, name_taken */
export async function restoreCustomField(actor: Actor, { fieldId }: { fieldId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    await holdFields(tx);
    const { recordKind, label, archivedAt } = await findField(tx, fieldId);
    if (!archivedAt) return;
    await checkRoom(tx, recordKind);
    await checkLabel(tx, { recordKind, label, ownId: fieldId });
    const data = { archivedAt: null, version: { increment: 1 } };
    await tx.customField.update({ where: { id: fieldId }, data, select: { id: true } });
    await recordEdit(tx, actor, { id: fieldId, label, changes: { archived: { from: true, to: false } } });
  });
}

/** Two administrators change the fields one after the other. */
async function holdFields(tx: Tx): Promise<void> {
  await rows(sql`select pg_advisory_xact_lock(hashtext('custom_fields'))::text as held`, tx);
}

async function findField(tx: Tx, id: string) {
  const field = await tx.customField.findUnique({
    where: { id },
    select: {
      recordKind: true,
      type: true,
      label: true,
      help: true,
      mandatory: true,
      archivedAt: true,
      version: true,
      choices: {
        where: { archivedAt: null },
        orderBy: [{ position: "asc" }, { label: "asc" }],
        select: { label: true },
      },
    },
  });
  return field ?? refuse("not_found", "refusals.notFound");
}

async function checkRoom(tx: Tx, recordKind: string): Promise<void> {
  const live = await tx.customField.count({ where: { recordKind, archivedAt: null } });
  if (live < CUSTOM_LIMITS.fields) return;
  refuse("too_many_fields", "custom-fields.refusals.tooMany", { values: { count: CUSTOM_LIMITS.fields } });
}

type Label = { recordKind: string; label: string; ownId: string | null };

async function checkLabel(tx: Tx, { recordKind, label, ownId }: Label): Promise<void> {
  const where = { recordKind, label, archivedAt: null };
  const other = await tx.customField.findFirst({ where, select: { id: true } });
  if (other && other.id !== ownId)
    refuse("name_taken", "custom-fields.refusals.labelTaken", { field: "label", values: { label } });
}

type Edit = { id: string; label: string; changes: FieldChanges };

async function recordEdit(tx: Tx, actor: Actor, { id, label, changes }: Edit): Promise<void> {
  await record(tx, actor, {
    kind: "custom-field.edited",
    subject: { kind: "custom-field", id },
    data: { label, changes },
  });
}
