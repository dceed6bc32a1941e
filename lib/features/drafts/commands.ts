import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { refuse } from "@/lib/platform/refusal";
import { isoOf } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { listEditors } from "./queries";
import { DRAFTS_PER_PERSON, type KeepDraftInput } from "./schema";
import { draftsOf } from "./scope";

/**
 * Keeps what stands in a form now in place of what was kept before. Nothing but the draft changes. Answers when, and who
 * else is changing the same record.
 */
export async function keepDraft(actor: Actor, input: KeepDraftInput): Promise<{ savedAt: string; editors: string[] }> {
  const accountId = draftsOf(actor) ?? refuse("not_found", "refusals.notFound");
  const { key, values, original = null, version = null } = input;
  const savedAt = now();
  await inTransaction(async (tx) => {
    const base = original ? JSON.stringify(original) : null;
    await execute(
      sql`insert into form_drafts (account_id, key, "values", original, version, saved_at)
        values (${accountId}::uuid, ${key}, ${JSON.stringify(values)}::jsonb, ${base}::jsonb, ${version}::int, ${savedAt}::timestamptz)
        on conflict (account_id, key) do update
        set "values" = excluded."values", original = excluded.original, version = excluded.version, saved_at = excluded.saved_at`,
      tx,
    );
    await execute(
      sql`delete from form_drafts where account_id = ${accountId}::uuid and key in (select key from form_drafts
          where account_id = ${accountId}::uuid order by saved_at desc, key offset ${DRAFTS_PER_PERSON})`,
      tx,
    );
  });
  return { savedAt: isoOf(savedAt), editors: await listEditors(actor, key) };
}

/** Throws away what was kept, because the person said so. */
export async function discardDraft(actor: Actor, { key }: { key: string }): Promise<void> {
  await inTransaction((tx) => dropDraft(tx, actor, key));
}

/** The form was submitted: its draft ends in the same transaction. */
export async function dropDraft(tx: Tx, actor: Actor, key: string): Promise<void> {
  const accountId = draftsOf(actor);
  if (accountId) await tx.formDraft.deleteMany({ where: { accountId, key } });
}
