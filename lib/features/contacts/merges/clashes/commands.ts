import "server-only";
import { clashKey } from "@/lib/features/contacts/duplicates/rules";
import type { Actor } from "@/lib/platform/access/actor";
import { tokenHash } from "@/lib/platform/access/tokens";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { emailKey } from "@/lib/values/email-address";
import { sql } from "@/lib/values/sql";

/**
 * Ends the tasks that say somebody could not sign in, for every address of this contact that is theirs alone now, and
 * promises them a new invitation: they asked, and were turned away.
 */
export async function settleClashes(tx: Tx, actor: Actor, contactId: string): Promise<void> {
  const own = await rows<{ email: string }>(
    sql`with own as (
        select email from contacts where id = ${contactId}::uuid and email is not null
        union select email from contact_emails where contact_id = ${contactId}::uuid
      )
      select email::text as email from own
      where not exists (select 1 from contacts k where k.email = own.email and k.deleted_at is null and k.id <> ${contactId}::uuid)
        and not exists (select 1 from contact_emails e join contacts k on k.id = e.contact_id and k.deleted_at is null
          where e.email = own.email and e.contact_id <> ${contactId}::uuid)`,
    tx,
  );
  const keys = own.map(({ email }) => clashKey(tokenHash(emailKey(email))));
  const open = await tx.task.findMany({
    where: { dedupeKey: { in: keys }, doneAt: null },
    select: { id: true, subject: true },
  });
  await tx.task.updateMany({ where: { id: { in: open.map(({ id }) => id) }, doneAt: null }, data: { doneAt: now() } });
  for (const { id, subject } of open)
    await record(tx, actor, { kind: "task.done", subject: { kind: "task", id }, data: { subject } });
  if (open.length > 0) await enqueue(tx, "portal-login.invite", { contactId }, { jobKey: `invite:${contactId}` });
}

/** The same after an address was taken from somebody: whoever is left with it, if that is one person, gets in again. */
export async function settleAddress(tx: Tx, actor: Actor, address: string): Promise<void> {
  const holders = await rows<{ id: string }>(
    sql`select id from contacts where deleted_at is null and email = ${address}::citext
      union select e.contact_id from contact_emails e join contacts k on k.id = e.contact_id and k.deleted_at is null
        where e.email = ${address}::citext limit 2`,
    tx,
  );
  const [only] = holders;
  if (only && holders.length === 1) await settleClashes(tx, actor, only.id);
}
