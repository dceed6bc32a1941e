import "server-only";
import { notifyEach } from "@/lib/features/notices/commands";
import type { TaskPriority } from "@/lib/features/tasks/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { recordMany } from "@/lib/platform/history/record-many";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";

/** A task that a rule asks for. While an open one has its key, asking again adds nothing. */
export type RuledTask = {
  subject: string;
  priority: TaskPriority;
  dueOn: string | null;
  assigneeId: string | null;
  about: { kind: string; id: string };
  dedupeKey: string;
};

/** Adds tasks in the transaction of whatever asks for them, in two statements whatever their number. */
export async function createTasks(tx: Tx, actor: Actor, tasks: readonly RuledTask[]): Promise<void> {
  if (tasks.length === 0) return;
  const createdById = actor.kind === "account" ? actor.accountId : null;
  const lines = tasks.map(({ about, ...task }) => ({ ...task, id: newId(), kind: about.kind, about: about.id }));
  const added = await rows<Pick<RuledTask, "subject" | "assigneeId"> & { id: string; kind: string; about: string }>(
    sql`insert into tasks (id, subject, priority, due_on, assignee_id, subject_kind, subject_id, dedupe_key, created_by_id, created_at)
      select l.id, l.subject, l.priority::"TaskPriority", l."dueOn", l."assigneeId", l.kind, l.about, l."dedupeKey",
        ${createdById}::uuid, ${now()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (id uuid, subject text, priority text, "dueOn" date,
        "assigneeId" uuid, kind text, about uuid, "dedupeKey" text)
      on conflict (dedupe_key) where done_at is null do nothing
      returning id, subject, assignee_id as "assigneeId", subject_kind as kind, subject_id as about`,
    tx,
  );
  const entries = added.map(({ id, subject }) => ({
    kind: "task.created" as const,
    subject: { kind: "task", id },
    data: { subject },
  }));
  await recordMany(tx, actor, entries, { operationId: null, leading: false });
  const notices = added.flatMap(({ id: sourceId, subject: text, assigneeId: accountId, kind, about }) =>
    accountId ? [{ kind: "task" as const, sourceId, accountId, text, subject: { kind, id: about } }] : [],
  );
  await notifyEach(tx, actor, notices);
}
