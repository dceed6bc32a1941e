import "server-only";
import { notify, withdrawNotice } from "@/lib/features/notices/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { refuseChangedMeanwhile } from "@/lib/platform/changed-meanwhile";
import { now } from "@/lib/platform/clock";
import { dateColumn } from "@/lib/platform/db/columns";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import type { FindSubject } from "@/lib/platform/subject";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { findTask } from "./queries";
import { taskFormValues } from "./rules";
import type { AddTaskInput, EditTaskInput, NewTask, TaskRow } from "./schema";

/**
 * Adds a task in the transaction of whatever asks for it; with a dedupe key, only when none like it is open. Answers the
 * new task's id, or null when there was one.
 */
export async function createTask(tx: Tx, actor: Actor, task: NewTask): Promise<string | null> {
  const { subject, details = null, priority = "NORMAL", dueOn, assigneeId = null, about, dedupeKey = null } = task;
  const id = newId();
  if (assigneeId) await checkAssignee(tx, assigneeId, task.assigneeField);
  const createdById = actor.kind === "account" ? actor.accountId : null;
  const added = await execute(
    sql`INSERT INTO tasks (id, subject, details, priority, due_on, assignee_id, subject_kind, subject_id, dedupe_key, created_by_id, created_at)
      VALUES (${id}::uuid, ${subject}, ${details}, ${priority}::"TaskPriority", ${dueOn ? dateColumn(dueOn) : null}::date, ${assigneeId}::uuid,
        ${about?.kind ?? null}, ${about?.id ?? null}::uuid, ${dedupeKey}, ${createdById}::uuid, ${now()})
      ON CONFLICT (dedupe_key) WHERE done_at IS NULL DO NOTHING`,
    tx,
  );
  if (added === 0) return null;
  await record(tx, actor, { kind: "task.created", subject: { kind: "task", id }, data: { subject } });
  const notice = { kind: "task", subject: about ?? null, sourceId: id, text: subject } as const;
  await notify(tx, actor, { ...notice, accountIds: assigneeId ? [assigneeId] : [] });
  return id;
}

/** Adds the task of a form, about a record the person reaches or about none. */
export async function addTask(actor: Actor, input: AddTaskInput, findSubject: FindSubject): Promise<void> {
  const { aboutKind: kind, aboutId: id, ...task } = input;
  await inTransaction(async (tx) => {
    const about = kind && id ? await findSubject(actor, { kind, id }, tx) : null;
    if (id && !about) refuse("not_found", "refusals.notFound");
    await createTask(tx, actor, { ...task, about });
  });
}

/** Only somebody who can sign in can be given a task. */
async function checkAssignee(tx: Tx, assigneeId: string, field = "assigneeId"): Promise<void> {
  const where = { id: assigneeId, status: "ACTIVE" } as const;
  const found = await tx.account.findFirst({ where, select: { id: true } });
  if (!found) refuse("unknown_assignee", "validation.id", { field });
}

/** Changes a task: another due date is reminded of again. Refused when somebody else saved in between. */
export async function editTask(actor: Actor, { taskId, version, ...fields }: EditTaskInput): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await findTask(actor, taskId, tx);
    if (!before) refuse("not_found", "refusals.notFound");
    if (fields.assigneeId && fields.assigneeId !== before.assigneeId) await checkAssignee(tx, fields.assigneeId);
    const { count } = await tx.task.updateMany({
      where: { id: taskId, version },
      data: { ...fields, dueOn: fields.dueOn ? dateColumn(fields.dueOn) : null, version: { increment: 1 } },
    });
    const after = await findTask(actor, taskId, tx);
    if (!after) refuse("not_found", "refusals.notFound");
    const subject = { kind: "task", id: taskId };
    const current = { version: after.version, values: taskFormValues(after) };
    if (count === 0) await refuseChangedMeanwhile(tx, subject, current);
    const changes = changesBetween(shownTask(before), shownTask(after));
    if (changes) await record(tx, actor, { kind: "task.edited", subject, data: { subject: after.subject, changes } });
    if (before.assigneeId !== after.assigneeId) await handOver(tx, actor, { from: before.assigneeId, task: after });
  });
}

/** Tells whom a task was given to, and takes it out of the inbox of whoever had it. */
async function handOver(tx: Tx, actor: Actor, { from, task }: { from: string | null; task: TaskRow }): Promise<void> {
  const { id: sourceId, assigneeId, subjectKind, subjectId, subject: text } = task;
  const subject = subjectKind && subjectId ? { kind: subjectKind, id: subjectId } : null;
  if (from) await withdrawNotice(tx, { accountId: from, kind: "task", sourceId });
  if (assigneeId) await notify(tx, actor, { kind: "task", sourceId, subject, text, accountIds: [assigneeId] });
}

const shownTask = ({ subject, details, priority, dueOn, assignee }: TaskRow) => ({
  subject,
  details,
  priority,
  dueOn,
  assignee,
});

/** Takes a task off the list. */
export async function completeTask(actor: Actor, { taskId }: { taskId: string }): Promise<void> {
  await inTransaction((tx) => setDone(tx, actor, { taskId, done: true }));
}

/** Puts a task back on the list, with its due date; a reminder that was mailed is not mailed again. */
export async function reopenTask(actor: Actor, { taskId }: { taskId: string }): Promise<void> {
  await inTransaction((tx) => setDone(tx, actor, { taskId, done: false }));
}

async function setDone(tx: Tx, actor: Actor, { taskId, done }: { taskId: string; done: boolean }): Promise<void> {
  const task = await findTask(actor, taskId, tx);
  if (!task) refuse("not_found", "refusals.notFound");
  const doneById = done && actor.kind === "account" ? actor.accountId : null;
  // Two people may press together; only the first press is a fact. Back on the list a task is nobody's duplicate.
  const { count } = await tx.task.updateMany({
    where: { id: taskId, doneAt: done ? null : { not: null } },
    data: { doneAt: done ? now() : null, doneById, ...(done ? {} : { dedupeKey: null }), version: { increment: 1 } },
  });
  if (count === 0) refuse("done_already", done ? "tasks.refusals.doneAlready" : "tasks.refusals.openAlready");
  const data = { subject: task.subject };
  await record(tx, actor, { kind: done ? "task.done" : "task.reopened", subject: { kind: "task", id: taskId }, data });
}
