import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import {
  type AddActionCodeInput,
  type ArchiveActionCodeInput,
  MAX_ACTION_CODES,
  type RenameActionCodeInput,
} from "./schema";

const nameTaken = () => refuse("name_taken", "messages.refusals.codeTaken", { field: "name" });

/** Adds a code at the end of the list. */
export async function addActionCode(actor: Actor, { name }: AddActionCodeInput): Promise<void> {
  await inTransaction(async (tx) => {
    if ((await tx.actionCode.count()) >= MAX_ACTION_CODES)
      refuse("too_many", "messages.refusals.tooManyCodes", { field: "name", values: { limit: MAX_ACTION_CODES } });
    const id = newId();
    const added = await execute(
      sql`insert into action_codes (id, name, position)
        select ${id}::uuid, ${name}, coalesce(max(position), 0) + 1 from action_codes
        on conflict (name) do nothing`,
      tx,
    );
    if (added === 0) nameTaken();
    await record(tx, actor, { kind: "action-code.added", subject: { kind: "action-code", id }, data: { name } });
  });
}

/** Gives a code another name; messages that have it show the new one. */
export async function renameActionCode(actor: Actor, { actionCodeId: id, name }: RenameActionCodeInput): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await tx.actionCode.findUnique({ where: { id }, select: { name: true } });
    if (!before) refuse("not_found", "refusals.notFound");
    if (before.name === name) return;
    const taken = await tx.actionCode.findFirst({ where: { name, NOT: { id } }, select: { id: true } });
    if (taken) nameTaken();
    await tx.actionCode.update({ where: { id }, data: { name }, select: { id: true } });
    const changes = { name: { from: before.name, to: name } };
    await record(tx, actor, {
      kind: "action-code.edited",
      subject: { kind: "action-code", id },
      data: { name, changes },
    });
  });
}

/** Takes a code off the list for new messages, or puts it back. */
export async function archiveActionCode(
  actor: Actor,
  { actionCodeId: id, archived }: ArchiveActionCodeInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const code = await tx.actionCode.findUnique({ where: { id }, select: { name: true, archivedAt: true } });
    if (!code) refuse("not_found", "refusals.notFound");
    if ((code.archivedAt !== null) === archived) return;
    await tx.actionCode.update({ where: { id }, data: { archivedAt: archived ? now() : null }, select: { id: true } });
    const changes = { archived: { from: !archived, to: archived } };
    const data = { name: code.name, changes };
    await record(tx, actor, { kind: "action-code.edited", subject: { kind: "action-code", id }, data });
  });
}
