import "server-only";
import { db, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { escapeLike, type SqlFragment, sql } from "@/lib/values/sql";
import type { SkipReason } from "../rules";
import type { RecipientState, ResultSearch } from "../schema";

// Whoever may see a mailing may see all of its recipients: callers have found the mailing through its scope.

const RECIPIENT_PAGE = 50;

export type RecipientRow = {
  id: string;
  position: number;
  name: string;
  email: string | null;
  contactId: string | null;
  client: { id: string; name: string; number: string } | null;
  state: RecipientState;
  reason: string | null;
};

const COLUMNS = sql`r.id, r.position, r.name, r.email::text as email, r.contact_id as "contactId", r.state::text as state, r.reason,
  case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name, 'number', c.number) end as client`;
const TABLES = sql`mailing_recipients r left join clients c on c.id = r.client_id and c.deleted_at is null`;

/** Whom the nth letter goes to. */
export async function findReceiver(mailingId: string, position: number, tx: Tx = db): Promise<RecipientRow | null> {
  const [row] = await rows<RecipientRow>(
    sql`select ${COLUMNS} from ${TABLES}
      where r.mailing_id = ${mailingId}::uuid and r.state = 'READY' and r.position = ${position}`,
    tx,
  );
  return row ?? null;
}

/** The place of the first receiver from `after` on whose name, or whose client's name, holds the text; null for none. */
export async function findByName(
  mailingId: string,
  { text, after }: { text: string; after: number },
): Promise<number | null> {
  const like = `%${escapeLike(text)}%`;
  const [row] = await rows<{ position: number }>(sql`
    select r.position from ${TABLES}
    where r.mailing_id = ${mailingId}::uuid and r.state = 'READY' and (fold_text(r.name) like fold_text(${like}) or
      fold_text(c.name) like fold_text(${like}) or r.email::text ilike ${like})
    order by r.position <= ${after}, r.position limit 1`);
  return row?.position ?? null;
}

/** How many are left out, by reason. */
export async function countSkipped(mailingId: string): Promise<{ reason: SkipReason; count: number }[]> {
  return rows<{ reason: SkipReason; count: number }>(sql`
    select reason, count(*)::int as count from mailing_recipients
    where mailing_id = ${mailingId}::uuid and state = 'SKIPPED' group by reason order by count desc, reason`);
}

/** Those left out, in order, from a place on; one more than a page tells that there are more. */
export async function listSkipped(mailingId: string, after: number): Promise<{ rows: RecipientRow[]; more: boolean }> {
  const found = await rows<RecipientRow>(sql`
    select ${COLUMNS} from ${TABLES}
    where r.mailing_id = ${mailingId}::uuid and r.state = 'SKIPPED' and r.position > ${after}
    order by r.position limit ${RECIPIENT_PAGE + 1}`);
  return { rows: found.slice(0, RECIPIENT_PAGE), more: found.length > RECIPIENT_PAGE };
}

export type ResultRow = RecipientRow & { outcome: Outcome; sentAt: Date | null };
export type Outcome = "waiting" | "sent" | "failed" | "unclear" | "stopped" | "skipped";

/** What became of a letter: the outbox knows first, the recipient's row keeps it. */
const OUTCOME = sql`case
  when r.state = 'SKIPPED' then 'skipped'
  when r.state = 'SENT' or o.state = 'SENT' then 'sent'
  when r.state = 'STOPPED' or o.state = 'CANCELLED' then 'stopped'
  when o.state = 'PARKED' then 'unclear'
  when r.state = 'FAILED' or o.state = 'FAILED' then 'failed'
  else 'waiting' end`;

/** How many letters stand where, up to the moment. */
export async function countOutcomes(mailingId: string, tx: Tx = db): Promise<Record<Outcome, number>> {
  const found = await rows<{ outcome: Outcome; count: number }>(
    sql`select ${OUTCOME} as outcome, count(*)::int as count
      from mailing_recipients r left join outbox_mails o on o.id = r.outbox_id and r.state <> 'SENT'
      where r.mailing_id = ${mailingId}::uuid group by 1`,
    tx,
  );
  const none: Record<Outcome, number> = { waiting: 0, sent: 0, failed: 0, unclear: 0, stopped: 0, skipped: 0 };
  return { ...none, ...Object.fromEntries(found.map(({ outcome, count }) => [outcome, count])) };
}

/** Everybody of a mailing with what became of their letter, page by page. */
export async function listResults(mailingId: string, { state, page }: ResultSearch): Promise<Page<ResultRow>> {
  const cursor = decodeCursor(page);
  const backwards = cursor?.direction === "before";
  const found = await rows<ResultRow>(sql`
    select ${COLUMNS}, ${OUTCOME} as outcome, o.sent_at as "sentAt", coalesce(r.reason, o.last_error) as reason
    from ${TABLES} left join outbox_mails o on o.id = r.outbox_id
    where r.mailing_id = ${mailingId}::uuid and ${inState(state)} and ${beyond(cursor?.values, backwards)}
    order by (r.state = 'SKIPPED') ${backwards ? sql`desc` : sql`asc`}, r.position ${backwards ? sql`desc` : sql`asc`}
    limit ${RECIPIENT_PAGE + 1}`);
  return pageOf(found, {
    size: RECIPIENT_PAGE,
    cursor,
    valuesOf: (row) => [row.state === "SKIPPED" ? 1 : 0, row.position],
  });
}

function inState(state: ResultSearch["state"]): SqlFragment {
  if (!state) return sql`true`;
  return state === "failed" ? sql`${OUTCOME} in ('failed', 'unclear')` : sql`${OUTCOME} = ${state}`;
}

function beyond(values: readonly (string | number | null)[] = [], backwards: boolean): SqlFragment {
  const [group, position] = values;
  if (!Number.isInteger(group) || !Number.isInteger(position)) return sql`true`;
  const here = sql`((r.state = 'SKIPPED')::int, r.position)`;
  const edge = sql`(${group}::int, ${position}::int)`;
  return backwards ? sql`${here} < ${edge}` : sql`${here} > ${edge}`;
}
