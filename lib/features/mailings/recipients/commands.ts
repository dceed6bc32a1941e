import "server-only";
import { selectClientIds } from "@/lib/features/clients/queries";
import { findMailing, type MailingRecord } from "@/lib/features/mailings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { refuse } from "@/lib/platform/refusal";
import { isDeliverable } from "@/lib/values/email-address";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { lockDraft } from "../drafts/queries";
import type { RecipientInput } from "../schema";

const BUILD_TIMEOUT_MS = 120_000;

/** People of the chosen clients, before anybody is left out; `clients`, `k` and `z` are what the judging looks at. */
function candidates(chosen: SqlFragment, { audience, at }: { audience: MailingRecord["audience"]; at: Date }) {
  const primary = audience === "primary" ? sql`and r.is_primary` : sql``;
  return sql`
    from clients
    join client_statuses s on s.id = clients.status_id
    join centers z on z.id = clients.center_id
    left join practitioners p on p.id = clients.practitioner_id
    left join lateral (
      select person.* from relationships r join contacts person on person.id = r.contact_id and person.deleted_at is null
      where r.client_id = clients.id ${primary}
        and (r.valid_from is null or r.valid_from <= (${at}::timestamptz at time zone z.time_zone)::date)
        and (r.valid_to is null or r.valid_to >= (${at}::timestamptz at time zone z.time_zone)::date)
    ) k on true
    where clients.id in (${chosen})`;
}

/** Addresses that mail cannot go to; what is one is said in one place, which is not SQL. */
async function malformedAddresses(tx: Tx, from: SqlFragment): Promise<string[]> {
  const found = await rows<{ email: string }>(
    sql`select distinct k.email::text as email ${from} and k.email <> ''`,
    tx,
  );
  return found.map(({ email }) => email).filter((email) => !isDeliverable(email));
}

/** What a list of receivers comes down to; equal for two lists only when the same addresses get the same letters. */
export type Receivers = { count: number; digest: string };

export async function receiversOf(tx: Tx, mailingId: string): Promise<Receivers> {
  const [found] = await rows<Receivers>(
    sql`select count(*)::int as count, coalesce(md5(string_agg(email::text || client_id::text, ',' order by position)), '') as digest
      from mailing_recipients where mailing_id = ${mailingId}::uuid and state = 'READY'`,
    tx,
  );
  return found ?? { count: 0, digest: "" };
}

/** The ids of the clients a mailing is for, as SQL; what it means is settled when it runs. */
export type ChosenClients = SqlFragment;

/**
 * To be asked for before a transaction begins: it reads on a connection of its own, and transactions that hold theirs
 * while they wait for one more would wait for each other.
 * @throws {RefusalError} not_found, unreadable_filter
 */
export async function findChosenClients(actor: Actor, mailingId: string): Promise<ChosenClients> {
  const mailing = (await findMailing(actor, mailingId)) ?? refuse("not_found", "refusals.notFound");
  return selectClientIds(actor, mailing.selection);
}

/**
 * Works out anew who gets this mailing and who is left out for which reason, in a few statements whatever the number.
 * Everybody is in it once: by address, on the client whose practitioner is there, then in order of name (S2-61).
 */
export async function buildRecipients(tx: Tx, mailing: MailingRecord, chosen: ChosenClients): Promise<Receivers> {
  const from = candidates(chosen, { audience: mailing.audience, at: now() });
  const malformed = await malformedAddresses(tx, from);
  await execute(sql`delete from mailing_recipients where mailing_id = ${mailing.id}::uuid`, tx);
  await execute(
    sql`
      with judged as (
        select clients.id as client_id, k.id as contact_id, nullif(btrim(k.email::text), '')::citext as email,
          coalesce(nullif(btrim(k.first_name || ' ' || k.last_name), ''), clients.name) as name,
          fold_text(coalesce(k.last_name || ' ' || k.first_name, clients.name)) as place,
          (p.status = 'ACTIVE') is true as served,
          case when s.standing = 'INACTIVE' then 'client_inactive'
            when s.standing = 'PROSPECT' then 'client_prospect'
            when k.id is null then 'no_contact'
            when coalesce(btrim(k.email::text), '') = '' then 'no_address'
            when k.email = any(${malformed}::text[]::citext[]) then 'malformed_address'
            when k.do_not_mail then 'do_not_mail'
            when exists (select from unsubscribes u where u.email = k.email) then 'unsubscribed'
            when k.id = any(${mailing.excludedContactIds}::uuid[]) then 'excluded' end as reason
        ${from}
      ), once as (
        select *, row_number() over address as turn, first_value(contact_id) over address as first_contact
        from judged
        window address as (partition by reason is null, email order by served desc, place, client_id, contact_id)
      ), verdict as (
        select *, case when reason is not null or turn = 1 then reason
          when contact_id = first_contact then 'same_person' else 'same_address' end as verdict from once
      )
      insert into mailing_recipients (mailing_id, client_id, contact_id, email, name, state, reason, position)
      select ${mailing.id}::uuid, client_id, contact_id, email, name,
        case when verdict is null then 'READY' else 'SKIPPED' end::"RecipientState", verdict,
        row_number() over (partition by verdict is null order by place, client_id, contact_id)
      from verdict`,
    tx,
  );
  const receivers = await receiversOf(tx, mailing.id);
  await tx.mailing.update({
    where: { id: mailing.id },
    data: { recipientsAt: now(), receivers: receivers.count },
    select: { id: true },
  });
  return receivers;
}

/** Unticks somebody by hand, on whatever client they stand. */
export async function excludeRecipient(actor: Actor, { mailingId, recipientId }: RecipientInput): Promise<void> {
  await changeExcluded(actor, mailingId, async (tx, excluded) => {
    const contactId = await contactOf(tx, { mailingId, recipientId });
    return [...new Set([...excluded, contactId])];
  });
}

/** Takes back that somebody was unticked. */
export async function includeRecipient(actor: Actor, { mailingId, recipientId }: RecipientInput): Promise<void> {
  await changeExcluded(actor, mailingId, async (tx, excluded) => {
    const contactId = await contactOf(tx, { mailingId, recipientId });
    return excluded.filter((id) => id !== contactId);
  });
}

async function contactOf(tx: Tx, { mailingId, recipientId }: RecipientInput): Promise<string> {
  const found = await tx.mailingRecipient.findFirst({
    where: { id: recipientId, mailingId },
    select: { contactId: true },
  });
  return found?.contactId ?? refuse("not_found", "refusals.notFound");
}

/** Changes who is unticked and works the list out anew: somebody left out may make room for who shares their address. */
export async function changeExcluded(
  actor: Actor,
  mailingId: string,
  change: (tx: Tx, excluded: readonly string[]) => Promise<string[]>,
): Promise<void> {
  const chosen = await findChosenClients(actor, mailingId);
  await inTransaction(
    async (tx) => {
      const mailing = await lockDraft(tx, actor, { mailingId });
      const excludedContactIds = await change(tx, mailing.excludedContactIds);
      await tx.mailing.update({ where: { id: mailingId }, data: { excludedContactIds }, select: { id: true } });
      await buildRecipients(tx, { ...mailing, excludedContactIds }, chosen);
    },
    { timeoutMs: BUILD_TIMEOUT_MS },
  );
}
