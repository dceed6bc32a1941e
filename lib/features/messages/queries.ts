import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import type { SubjectKey } from "@/lib/platform/subject";
import { isId } from "@/lib/values/id";
import { isoOf, parseInstant } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { MESSAGE_PAGE, type MessageChoices, type MessageRow } from "./schema";
import { messagesVisibleTo } from "./scope";

const EMPTY: Page<MessageRow> = { rows: [], previous: null, next: null };

/** The messages of one record, the newest first: one walk along the links of the record. */
export async function listMessages(
  actor: Actor,
  subject: SubjectKey,
  { before, size = MESSAGE_PAGE }: { before?: string; size?: number } = {},
): Promise<Page<MessageRow>> {
  if (!isId(subject.id)) return EMPTY;
  const cursor = decodeCursor(before);
  const found = await rows<MessageRow>(messagesAbout(actor, subject, { older: cursor?.values, limit: size + 1 }));
  return pageOf(found, { size, cursor, valuesOf: (row) => [isoOf(row.postedAt), row.id] });
}

type Part = { older?: readonly (string | number | null)[]; limit: number };

/** The statement that reads messages of one record, the newest first. */
export function messagesAbout(actor: Actor, subject: SubjectKey, { older, limit }: Part): SqlFragment {
  return sql`
    select m.id, m.text, m.visibility::text as visibility, c.name::text as "actionCode", m.author_name as "authorName",
      l.posted_at as "postedAt",
      case when t.id is not null then jsonb_build_object('subject', t.subject, 'done', t.done_at is not null) end as task
    from message_links l
    join messages m on m.id = l.message_id
    left join action_codes c on c.id = m.action_code_id
    left join tasks t on t.id = m.task_id
    where l.subject_kind = ${subject.kind} and l.subject_id = ${subject.id}::uuid and ${messagesVisibleTo(actor)}
      and ${olderThan(older)}
    order by l.posted_at desc, l.message_id desc limit ${limit}`;
}

function olderThan(values: readonly (string | number | null)[] = []): SqlFragment {
  const [at, id] = values;
  const instant = typeof at === "string" ? parseInstant(at) : null;
  return instant && isId(id) ? sql`(l.posted_at, l.message_id) < (${instant}::timestamptz, ${id}::uuid)` : sql`true`;
}

/** What the form of a message chooses from, in one query. */
export async function findMessageChoices(actor: Actor): Promise<MessageChoices> {
  const nothing = { actionCodes: [], assignees: [] };
  if (!actor.can("messages.post")) return nothing;
  const [choices] = await rows<MessageChoices>(sql`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by position, name), '[]'::jsonb)
        from action_codes where archived_at is null) as "actionCodes",
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', first_name || ' ' || last_name)
        order by last_name, first_name, id), '[]'::jsonb) from accounts where status = 'ACTIVE') as assignees`);
  return choices ?? nothing;
}
