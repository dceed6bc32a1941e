import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { holdEntry, type NamedList, recordEdit, takePlace } from "@/lib/platform/named-list/commands";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { type AddActionCodeInput, MAX_ACTION_CODES, type RenameActionCodeInput } from "./schema";

/** What messages can be about. Messages that have an archived code keep it. */
export const ACTION_CODES: NamedList = {
  table: sql`action_codes`,
  key: "action_codes",
  subject: "action-code",
  edited: "action-code.edited",
  nameTaken: "messages.refusals.codeTaken",
};

/** Adds a code at the end of the list. */
export async function addActionCode(actor: Actor, { name }: AddActionCodeInput): Promise<void> {
  await inTransaction(async (tx) => {
    const place = await takePlace(tx, ACTION_CODES, name);
    if ((await tx.actionCode.count()) >= MAX_ACTION_CODES)
      refuse("too_many", "messages.refusals.tooManyCodes", { field: "name", values: { limit: MAX_ACTION_CODES } });
    await tx.actionCode.create({ data: { ...place, name }, select: { id: true } });
    await record(tx, actor, {
      kind: "action-code.added",
      subject: { kind: "action-code", id: place.id },
      data: { name },
    });
  });
}

/** Gives a code another name; messages that have it show the new one. */
export async function renameActionCode(actor: Actor, { entryId: id, name }: RenameActionCodeInput): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await holdEntry(tx, ACTION_CODES, { id, name });
    await tx.actionCode.update({ where: { id }, data: { name }, select: { id: true } });
    const changes = changesBetween<Record<string, unknown>>({ name: before.name }, { name });
    await recordEdit(tx, actor, ACTION_CODES, { id, name, changes });
  });
}
