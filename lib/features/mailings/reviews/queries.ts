import "server-only";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { VariableId } from "@/lib/features/templates/copy";
import { letterProblem, plainText, usedVariables } from "@/lib/features/templates/rules";
import { db, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { joinSql, type SqlFragment, sql } from "@/lib/values/sql";
import { isBlank } from "@/lib/values/text";
import { lettersFor, type MailingLetter, valuesFor } from "../letters/queries";
import type { MailingRecord } from "../queries";
import { countSkipped, findByName, findReceiver, listSkipped, type RecipientRow } from "../recipients/queries";
import {
  administrativeVariables,
  practitionerVariables,
  type SendBlocker,
  type SendFacts,
  type SkipReason,
  sendBlockers,
  UNSUBSCRIBE_FROM,
} from "../rules";
import type { ReviewSearch } from "../schema";

/** How many people without a practitioner the review names. */
const GAPS_SHOWN = 50;

export type Gap = {
  recipientId: string;
  name: string;
  client: { id: string; name: string; number: string };
  /** Who is named as practitioner and cannot be, or null where there is none. */
  practitioner: { id: string; name: string; active: boolean } | null;
};

export type Gaps = { count: number; people: Gap[]; condition: SqlFragment };

const NO_GAPS: Gaps = { count: 0, people: [], condition: sql`false` };

/**
 * Everybody whose letter would leave a practitioner's place empty (S2-24). What a letter can say of a practitioner
 * depends on the practitioner alone, so one reader of each is looked at, however many readers there are.
 */
export async function findGaps(mailing: MailingRecord, tx: Tx = db): Promise<Gaps> {
  const needed = practitionerVariables(usedVariables(mailing));
  if (needed.length === 0) return NO_GAPS;
  const lacking = await practitionersLacking(tx, mailing, needed);
  if (lacking.length === 0) return NO_GAPS;
  const conditions = lacking.map((id) => (id ? sql`c.practitioner_id = ${id}::uuid` : sql`c.practitioner_id is null`));
  const condition = sql`(${joinSql(conditions, " or ")})`;
  const from = sql`from mailing_recipients r join clients c on c.id = r.client_id
    left join practitioners p on p.id = c.practitioner_id
    where r.mailing_id = ${mailing.id}::uuid and r.state = 'READY' and ${condition}`;
  const people = await rows<Gap>(
    sql`select r.id as "recipientId", r.name, jsonb_build_object('id', c.id, 'name', c.name, 'number', c.number) as client,
        case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.first_name || ' ' || p.last_name,
          'active', p.status = 'ACTIVE') end as practitioner
      ${from} order by r.position limit ${GAPS_SHOWN}`,
    tx,
  );
  const [found] = await rows<{ count: number }>(sql`select count(*)::int as count ${from}`, tx);
  return { count: found?.count ?? 0, people, condition };
}

/** The practitioners (null: none) for whom one of these variables stays empty. */
async function practitionersLacking(
  tx: Tx,
  mailing: MailingRecord,
  needed: readonly VariableId[],
): Promise<(string | null)[]> {
  const readers = await rows<{ clientId: string; contactId: string; practitionerId: string | null; email: string }>(
    sql`select distinct on (c.practitioner_id) c.id as "clientId", r.contact_id as "contactId", r.email::text as email,
        c.practitioner_id as "practitionerId"
      from mailing_recipients r join clients c on c.id = r.client_id
      where r.mailing_id = ${mailing.id}::uuid and r.state = 'READY' order by c.practitioner_id, r.position`,
    tx,
  );
  const found = await valuesFor(tx, mailing, readers);
  return readers
    .filter((_, place) => needed.some((id) => isBlank(found[place]?.values[id])))
    .map(({ practitionerId }) => practitionerId);
}

/** What decides whether a mailing may be sent, as it stands now. */
export function sendFactsOf(mailing: MailingRecord, { gaps }: { gaps: number }): SendFacts {
  const wantsContact = administrativeVariables(usedVariables(mailing)).length > 0;
  return {
    status: mailing.status,
    recipientsAt: mailing.recipientsAt,
    receivers: mailing.receivers,
    hasSubject: !isBlank(mailing.subject),
    hasBody: !isBlank(plainText(mailing.body)),
    hasUnknownVariables: letterProblem(mailing, "client") !== null,
    gaps,
    lacksAdministrativeContact: wantsContact && mailing.administrativeContact === null,
  };
}

export type PreviewedLetter = { recipient: RecipientRow; letter: MailingLetter };

/** The nth letter with the real values of the person it goes to; nothing is sent. */
export async function previewLetter(mailing: MailingRecord, position: number): Promise<PreviewedLetter | null> {
  const recipient = await findReceiver(mailing.id, position);
  if (!recipient?.client) return null;
  const reader = { clientId: recipient.client.id, contactId: recipient.contactId, email: recipient.email };
  const [letter] = await lettersFor(db, mailing, { readers: [reader], example: true });
  return letter ? { recipient, letter } : null;
}

/** Whether a mailing would go out without the postal address that the law asks for, for at least one reader. */
async function lacksPostalAddress(mailing: MailingRecord): Promise<boolean> {
  if (mailing.receivers < UNSUBSCRIBE_FROM) return false;
  const { postalAddress } = await findSettingIn(db, "mail");
  if (postalAddress) return false;
  const [found] = await rows<{ lacking: boolean }>(sql`
    select exists (select from mailing_recipients r join clients c on c.id = r.client_id join centers z on z.id = c.center_id
      where r.mailing_id = ${mailing.id}::uuid and r.state = 'READY'
        and coalesce(z.address_line1, z.address_line2, z.city, '') = '') as lacking`);
  return found?.lacking ?? false;
}

export type Review = {
  gaps: Pick<Gaps, "count" | "people">;
  blockers: SendBlocker[];
  counts: { reason: SkipReason; count: number }[];
  skipped: { rows: RecipientRow[]; more: boolean; after: number };
  shown: PreviewedLetter | null;
  /** A name that nobody has. */
  notFound: string | null;
  lacksPostalAddress: boolean;
};

/** Everything the last step shows: who gets it, who does not, one message, and what stands in the way. */
export async function findReview(mailing: MailingRecord, { at = 1, find, skipped: after = 0 }: ReviewSearch) {
  const found = find ? await findByName(mailing.id, { text: find, after: at }) : null;
  const position = Math.min(found ?? at, Math.max(1, mailing.receivers));
  const [gaps, counts, skipped, shown, lacking] = await Promise.all([
    findGaps(mailing),
    countSkipped(mailing.id),
    listSkipped(mailing.id, after),
    previewLetter(mailing, position),
    lacksPostalAddress(mailing),
  ]);
  const blockers = sendBlockers(sendFactsOf(mailing, { gaps: gaps.count }));
  const review: Review = {
    gaps: { count: gaps.count, people: gaps.people },
    blockers,
    counts,
    skipped: { ...skipped, after },
    shown,
    notFound: find && found === null ? find : null,
    lacksPostalAddress: lacking,
  };
  return review;
}
