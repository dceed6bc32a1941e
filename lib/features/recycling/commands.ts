import "server-only";
import { settleAddress } from "@/lib/features/contacts/merges/clashes/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { findDeletable } from "./queries";
import { deletionBlocks } from "./rules";
import type { Deletable, DeleteRecordInput, RecycledKind, RestoreRecordInput } from "./schema";
import { recycledVisibleTo } from "./scope";

export const RECORD_TABLES: Record<RecycledKind, SqlFragment> = {
  client: sql`clients`,
  contact: sql`contacts`,
  prospect: sql`prospects`,
  event: sql`training_events`,
};

/**
 * Puts a record into the recycle bin: nobody finds it any more, a contact is signed out with their next request, and all
 * that hangs on it stays for the day it is restored.
 * @throws {RefusalError} not_found; has_sessions, has_payments, has_invoices, has_registrations or is_primary where something hangs on it
 */
export async function deleteRecord(actor: Actor, { kind, recordId }: DeleteRecordInput): Promise<void> {
  await inTransaction(async (tx) => {
    // Whoever adds a session or a payment in this moment waits here, or we wait for them and then see it.
    await rows(sql`select id from ${RECORD_TABLES[kind]} where id = ${recordId}::uuid for no key update`, tx);
    const found = await findDeletable(actor, { kind, recordId }, tx);
    if (!found) refuse("not_found", "refusals.notFound");
    refuseBlocked(found);
    const deletedAt = now();
    const { name, detail } = found;
    await mark(tx, { kind, recordId, deletedAt });
    if (kind === "contact") await freeAddresses(tx, actor, recordId);
    const deletedById = actor.kind === "account" ? actor.accountId : null;
    await tx.recycledRecord.create({
      data: { id: newId(), recordKind: kind, recordId, name, detail, deletedById, deletedAt },
      select: { id: true },
    });
    await record(tx, actor, {
      kind: "record.deleted",
      subject: { kind, id: recordId },
      data: { recordKind: kind, name },
    });
  });
}

/** Somebody else may have been kept from signing in by the addresses of this contact. */
async function freeAddresses(tx: Tx, actor: Actor, contactId: string): Promise<void> {
  const own = await rows<{ email: string }>(
    sql`select email::text as email from contacts where id = ${contactId}::uuid and email is not null
      union select email::text from contact_emails where contact_id = ${contactId}::uuid`,
    tx,
  );
  for (const { email } of own) await settleAddress(tx, actor, email);
}

function refuseBlocked(found: Deletable): void {
  const [block] = deletionBlocks(found);
  if (block === "primary") refuse("is_primary", "recycling.refusals.primary");
  if (block) refuse(`has_${block}`, `recycling.refusals.${block}`, { values: { count: found[block] } });
}

/** What came back, and for a contact who else has the address by now. */
export type Restored = { kind: RecycledKind; recordId: string; sameAddress: string | null };

/** Takes a record out of the recycle bin as it was. @throws {RefusalError} not_found */
export async function restoreRecord(actor: Actor, { recycledId }: RestoreRecordInput): Promise<Restored> {
  return inTransaction(async (tx) => {
    const held = await tx.recycledRecord.findFirst({
      where: { AND: [{ id: recycledId }, recycledVisibleTo(actor)] },
      select: { recordKind: true, recordId: true, name: true },
    });
    const { count } = await tx.recycledRecord.deleteMany({ where: { id: recycledId } });
    if (!held || count === 0) refuse("not_found", "refusals.notFound");
    const kind = held.recordKind as RecycledKind;
    const { recordId, name } = held;
    await mark(tx, { kind, recordId, deletedAt: null });
    const subject = { kind, id: recordId };
    await record(tx, actor, { kind: "record.restored", subject, data: { recordKind: kind, name } });
    return { kind, recordId, sameAddress: kind === "contact" ? await findSameAddress(tx, recordId) : null };
  });
}

type Mark = { kind: RecycledKind; recordId: string; deletedAt: Date | null };

async function mark(tx: Tx, { kind, recordId, deletedAt }: Mark): Promise<void> {
  await execute(
    sql`update ${RECORD_TABLES[kind]} set deleted_at = ${deletedAt}::timestamptz, version = version + 1 where id = ${recordId}::uuid`,
    tx,
  );
}

async function findSameAddress(tx: Tx, contactId: string): Promise<string | null> {
  const [other] = await rows<{ id: string }>(
    sql`select other.id from contacts own join contacts other on other.email = own.email and other.id <> own.id
      and other.deleted_at is null where own.id = ${contactId}::uuid order by other.id limit 1`,
    tx,
  );
  return other?.id ?? null;
}
