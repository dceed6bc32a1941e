import "server-only";
import { notify } from "@/lib/features/notices/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { dateColumn } from "@/lib/platform/db/columns";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import type { NewTask } from "./schema";
import { tasksVisibleTo } from "./scope";

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

/** Only somebody who can sign in can be given a task. */
async function checkAssignee(tx: Tx, assigneeId: string, field = "assigneeId"): Promise<void> {
  const where = { id: assigneeId, status: "ACTIVE" } as const;
  const found = await tx.account.findFirst({ where, select: { id: true } });
  if (!found) refuse("unknown_assignee", "validation.id", { field });
}

/** Takes a task off the list. */
export async function completeTask(actor: Actor, { taskId }: { taskId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const task = await tx.task.findFirst({
      where: { AND: [{ id: taskId, doneAt: null }, tasksVisibleTo(actor)] },
      select: { subject: true },
    });
    if (!task) refuse("not_found", "refusals.notFound");
    await tx.task.updateMany({ where: { id: taskId, doneAt: null }, data: { doneAt: now() } });
    await record(tx, actor, {
      kind: "task.done",
      subject: { kind: "task", id: taskId },
      data: { subject: task.subject },
    });
  });
}
