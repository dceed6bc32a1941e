import "server-only";
import { clientsServedBy } from "@/lib/features/practitioners/scope";
import { type AccountActor, type Actor, centersSeen } from "@/lib/platform/access/actor";
import { inCentersSeen } from "@/lib/platform/access/centers-seen";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type Cursor, decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import type { SubjectKey } from "@/lib/platform/subject";
import type { LocalDate } from "@/lib/values/date";
import { isId } from "@/lib/values/id";
import { isoOf } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { TASK_PAGE, type TaskRow, type TaskSearch, type TaskView } from "./schema";
import { tasksVisibleTo } from "./scope";

/** A task without a due date waits behind all that have one. */
const DUE = sql`coalesce(t.due_on, 'infinity'::date)`;

/** The name of the record is shown to whom the record may be shown. */
const columnsFor = (
  actor: Actor,
) => sql`t.id, t.subject, t.details, t.priority::text as priority, t.due_on::text as "dueOn",
  t.assignee_id as "assigneeId", a.first_name || ' ' || a.last_name as assignee, t.subject_kind as "subjectKind",
  t.subject_id as "subjectId", t.done_at as "doneAt", t.version,
  case t.subject_kind
    when 'client' then (select c.name from clients c where c.id = t.subject_id and c.deleted_at is null and ${reached(actor, sql`c.id`)})
    when 'prospect' then (select p.name from prospects p where p.id = t.subject_id and p.deleted_at is null and ${isStaff(actor)}
      and ${inCentersSeen(actor, "prospects", sql`p.center_id`)})
    when 'contact' then (select k.first_name || ' ' || k.last_name from contacts k where k.id = t.subject_id and k.deleted_at is null
      and (${isStaff(actor)} and ${centersSeen(actor, "clients") ? sql`false` : sql`true`} or exists (select from relationships r where r.contact_id = k.id and ${reached(actor, sql`r.client_id`)})))
    when 'event' then (select e.title from training_events e where e.id = t.subject_id)
    when 'practitioner' then (select p.first_name || ' ' || p.last_name from practitioners p where p.id = t.subject_id)
  end as about`;

const isStaff = (actor: Actor) => (actor.kind === "account" && actor.role === "practitioner" ? sql`false` : sql`true`);

function reached(actor: Actor, clientId: SqlFragment): SqlFragment {
  const here = centersSeen(actor, "clients")
    ? sql`exists (select from clients x where x.id = ${clientId} and ${inCentersSeen(actor, "clients", sql`x.center_id`)})`
    : sql`true`;
  if (actor.kind !== "account" || actor.role !== "practitioner") return here;
  return sql`${clientId} in (${clientsServedBy(actor.practitionerId)}) and ${here}`;
}

type Found = TaskRow & { sortKey: [string, string] };

/** One page of a view of tasks, open ones by due date, done ones the newest first: one walk along an index. */
export async function listTasks(
  actor: AccountActor,
  { view, page, assignee }: Partial<TaskSearch> & Pick<TaskSearch, "view">,
  { today, size = TASK_PAGE }: { today: LocalDate; size?: number },
): Promise<Page<TaskRow>> {
  const cursor = decodeCursor(page);
  const isDone = view === "done";
  const chosen = tasksMatching(actor, { view, assignee }, { today });
  const backwards = cursor?.direction === "before";
  const key = isDone ? sql`t.done_at` : DUE;
  const direction = isDone === backwards ? sql`asc` : sql`desc`;
  const found = await rows<Found>(sql`
    select ${columnsFor(actor)}, jsonb_build_array(${isDone ? sql`to_jsonb(t.done_at)` : sql`${DUE}::text`}, t.id) as "sortKey"
    from tasks t left join accounts a on a.id = t.assignee_id
    where ${chosen} and ${beyond(cursor, { isDone })}
    order by ${key} ${direction}, t.id ${direction} limit ${size + 1}`);
  const result = pageOf(found, {
    size,
    cursor,
    valuesOf: ({ doneAt, sortKey, id }) => [isDone && doneAt ? isoOf(doneAt) : sortKey[0], id],
  });
  return { ...result, rows: result.rows.map(({ sortKey: _, ...row }) => row) };
}

/** How many open tasks an account has, of those the person sees: as many as its list shows. */
export async function countTasksOf(
  actor: AccountActor,
  assignee: string,
  { today }: { today: LocalDate },
): Promise<number> {
  const chosen = tasksMatching(actor, { view: "everyone", assignee }, { today });
  const [found] = await rows<{ count: number }>(sql`select count(*)::int as count from tasks t where ${chosen}`);
  return found?.count ?? 0;
}

/** Scope and view as one condition on tasks (`t`); without a view every task the person sees. */
export function tasksMatching(
  actor: Actor,
  { view, assignee }: { view: TaskView | null; assignee?: string | undefined },
  { today }: { today: LocalDate },
): SqlFragment {
  if (view === null || actor.kind !== "account") return tasksVisibleTo(actor);
  return sql`(${belongingTo(actor, view)}) and ${tasksVisibleTo(actor)}
    and ${assignee ? sql`t.assignee_id = ${assignee}::uuid` : sql`true`}
    and ${view === "done" ? sql`t.done_at is not null` : sql`t.done_at is null`}
    and ${view === "overdue" ? sql`t.due_on < ${today}::date` : sql`true`}`;
}

function belongingTo(actor: AccountActor, view: TaskView): SqlFragment {
  if (view === "mine") return sql`t.assignee_id = ${actor.accountId}::uuid or t.assignee_id is null`;
  if (view === "center") return sql`t.center_id = (${centerOf(actor)})`;
  return sql`true`;
}

/** Where a person works: what they chose, or else the center of the practitioner they are. */
function centerOf({ accountId }: AccountActor): SqlFragment {
  return sql`select coalesce(a.center_id, p.center_id) from accounts a left join practitioners p on p.account_id = a.id
    where a.id = ${accountId}::uuid`;
}

function beyond(cursor: Cursor | null, { isDone }: { isDone: boolean }): SqlFragment {
  const [value, id] = cursor?.values ?? [];
  if (!cursor || typeof value !== "string" || !isId(id)) return sql`true`;
  const valid = isDone ? !Number.isNaN(Date.parse(value)) : /^(\d{4}-\d\d-\d\d|infinity)$/.test(value);
  if (!valid) return sql`true`;
  const later = isDone === (cursor.direction === "before");
  const edge = isDone ? sql`(${value}::timestamptz, ${id}::uuid)` : sql`(${value}::date, ${id}::uuid)`;
  return later
    ? sql`(${isDone ? sql`t.done_at` : DUE}, t.id) > ${edge}`
    : sql`(${isDone ? sql`t.done_at` : DUE}, t.id) < ${edge}`;
}

/** Open tasks about one record, the earliest due first. */
export function tasksAbout(actor: Actor, { kind, id }: SubjectKey, { limit }: { limit: number }): SqlFragment {
  return sql`
    select ${columnsFor(actor)} from tasks t left join accounts a on a.id = t.assignee_id
    where t.subject_kind = ${kind} and t.subject_id = ${id}::uuid and t.done_at is null and ${tasksVisibleTo(actor)}
    order by ${DUE}, t.id limit ${limit}`;
}

/** One task; null where it is not there or not for this person's eyes. */
export async function findTask(actor: Actor, taskId: string, tx?: Tx): Promise<TaskRow | null> {
  if (!isId(taskId)) return null;
  const [task] = await rows<TaskRow>(
    sql`select ${columnsFor(actor)} from tasks t left join accounts a on a.id = t.assignee_id
      where t.id = ${taskId}::uuid and ${tasksVisibleTo(actor)}`,
    tx,
  );
  return task ?? null;
}

/** Everybody who can be given a task. */
export async function listAssignees(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!actor.can("tasks.edit")) return [];
  return rows(sql`select id, first_name || ' ' || last_name as name from accounts where status = 'ACTIVE'
    order by last_name, first_name, id limit 1000`);
}

/** The centers one can work at, and where this person does. */
export async function findOwnCenter(
  actor: AccountActor,
): Promise<{ centerId: string | null; centers: { id: string; name: string }[] }> {
  const [found] = await rows<{ centerId: string | null; centers: { id: string; name: string }[] }>(sql`
    select (${centerOf(actor)}) as "centerId", (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]'::jsonb)
      from centers where archived_at is null) as centers`);
  return found ?? { centerId: null, centers: [] };
}
