import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { prospectsVisibleTo } from "@/lib/features/prospects/scope";
import { sessionsOfClientsSeen, sessionsSeenBy } from "@/lib/features/scheduling/scope";
import { streamVisibleTo } from "@/lib/features/stream/scope";
import type { AccountActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { INBOX_PAGE, type Inbox, type InboxRow } from "./schema";

/**
 * Which items (`i`) of their own inbox a person still sees: on records they still reach, of tasks that are still open and
 * theirs, requests that still wait for an answer, and nothing that has become only for staff since.
 */
function inboxVisibleTo(actor: AccountActor): SqlFragment {
  return sql`i.account_id = ${actor.accountId}::uuid and i.dismissed_at is null
    and (i.kind <> 'task' or exists (select 1 from tasks t where t.id = i.source_id and t.done_at is null and t.assignee_id = i.account_id))
    and (i.kind <> 'followed' or exists (select 1 from stream_entries e where e.id = i.source_id and ${streamVisibleTo(actor)}))
    and (i.kind <> 'mention' or ${actor.role !== "practitioner"} or exists (
      select 1 from messages m where m.id = i.source_id and m.visibility = 'PRACTITIONERS'))
    and (i.kind <> 'booking' or exists (select from sessions s where s.id = i.source_id and s.status = 'REQUESTED'
      and ${sessionsSeenBy(actor)}))
    and (i.kind <> 'cover' or exists (select from cover_requests r join sessions s on s.id = r.session_id
      where r.id = i.source_id and r.state = 'OPEN' and s.status in ('REQUESTED', 'BOOKED') and s.starts_at > ${now()}::timestamptz))
    and (i.kind = 'task' or case i.subject_kind
      when 'client' then exists (select 1 from clients where clients.id = i.subject_id and ${clientsVisibleTo(actor)})
      when 'prospect' then exists (select 1 from prospects where prospects.id = i.subject_id and ${prospectsVisibleTo(actor)})
      else true end)`;
}

/** What waits for this person, the newest first. */
export async function findInbox(actor: AccountActor): Promise<Inbox> {
  const found = await rows<InboxRow & { count: number }>(sql`
    with visible as (select i.* from inbox_items i where ${inboxVisibleTo(actor)})
    select i.id, i.kind, i.subject_kind as "subjectKind", i.subject_id as "subjectId", i.actor_name as "actorName", i.text, i.at,
      case when e.id is not null then jsonb_build_object('kind', e.kind, 'data', e.data) end as happened,
      coalesce(c.name, p.name, w.names, k.first_name || ' ' || k.last_name) as "subjectName", (select count(*)::int from visible) as count
    from visible i
    left join stream_entries e on i.kind = 'followed' and e.id = i.source_id
    left join clients c on i.subject_kind = 'client' and c.id = i.subject_id
    left join prospects p on i.subject_kind = 'prospect' and p.id = i.subject_id
    left join lateral (select string_agg(clients.name, ', ' order by clients.name) as names from attendances a
      join clients on clients.id = a.client_id
      where i.subject_kind = 'session' and a.session_id = i.subject_id and ${sessionsOfClientsSeen(actor)}) w on true
    left join contacts k on i.subject_kind = 'contact' and k.id = i.subject_id
    order by i.at desc, i.id desc limit ${INBOX_PAGE}`);
  return { rows: found.map(({ count: _, ...row }) => row), count: found[0]?.count ?? 0 };
}

/** How many there are, for the bell. */
export async function countInbox(actor: AccountActor): Promise<number> {
  const [found] = await rows<{ count: number }>(
    sql`select count(*)::int as count from inbox_items i where ${inboxVisibleTo(actor)}`,
  );
  return found?.count ?? 0;
}
