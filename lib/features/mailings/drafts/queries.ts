import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { findMailing, type MailingRecord } from "../queries";

/**
 * A mailing nobody else can move until this transaction ends. Every change of its status comes through here, so that
 * of people who press at once one gets through and the others learn what came of it.
 * @throws {RefusalError} not_found
 */
export async function lockMailing(tx: Tx, actor: Actor, { mailingId }: { mailingId: string }): Promise<MailingRecord> {
  await execute(sql`select 1 from mailings where id = ${mailingId}::uuid for no key update`, tx);
  return (await findMailing(actor, mailingId, tx)) ?? refuse("not_found", "refusals.notFound");
}

/**
 * `lockMailing` for what can be done only while nothing was sent.
 * @throws {RefusalError} not_found, not_a_draft
 */
export async function lockDraft(tx: Tx, actor: Actor, { mailingId }: { mailingId: string }): Promise<MailingRecord> {
  const mailing = await lockMailing(tx, actor, { mailingId });
  if (mailing.status !== "DRAFT") refuse("not_a_draft", "mailings.refusals.notADraft");
  return mailing;
}
