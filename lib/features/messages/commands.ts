import "server-only";
import { dropDraft } from "@/lib/features/drafts/commands";
import { draftKeys } from "@/lib/features/drafts/schema";
import { notifyMentioned } from "@/lib/features/notices/commands";
import { createTask } from "@/lib/features/tasks/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import type { FindSubject, SubjectKey, SubjectRecord } from "@/lib/platform/subject";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import type { PostMessageInput } from "./schema";

/** Streams show the beginning; the record has the whole text. */
const SHOWN_IN_STREAM = 500;

/**
 * Puts a message on a record, with the task it asks for, all or nothing. The same form sent again answers the message it
 * made the first time. Answers the message's id.
 */
export async function postMessage(actor: Actor, input: PostMessageInput, findSubject: FindSubject): Promise<string> {
  const { text, visibility, actionCodeId, idempotencyKey } = input;
  return inTransaction(async (tx) => {
    const subject = await findSubject(actor, { kind: input.subjectKind, id: input.subjectId }, tx);
    if (!subject) refuse("not_found", "refusals.notFound");
    const actionCode = await nameOfActionCode(tx, actionCodeId);
    const id = newId();
    const postedAt = now();
    const authorId = actor.kind === "account" ? actor.accountId : null;
    // Forms sent together wait for each other here, so that only one of them makes the task.
    const added = await execute(
      sql`insert into messages (id, text, visibility, action_code_id, author_id, author_name, posted_at, idempotency_key)
        values (${id}::uuid, ${text}, ${visibility}::"MessageVisibility", ${actionCodeId}::uuid, ${authorId}::uuid,
          ${actor.name}, ${postedAt}::timestamptz, ${idempotencyKey}::uuid)
        on conflict (idempotency_key) do nothing`,
      tx,
    );
    if (added === 0) return messageSentBefore(tx, idempotencyKey, authorId);
    await tx.messageLink.create({
      data: { messageId: id, subjectKind: subject.kind, subjectId: subject.id, postedAt },
      select: { id: true },
    });
    const task = await createTaskOf(tx, actor, { input, subject });
    if (task) await tx.message.update({ where: { id }, data: { taskId: task.id }, select: { id: true } });
    const readers = visibility === "STAFF" ? "staff" : { practitionersOf: subject.clientIds[0] ?? null };
    await notifyMentioned(tx, actor, { text, subject: { kind: subject.kind, id: subject.id }, sourceId: id, readers });
    await record(tx, actor, {
      kind: "message.posted",
      subject: { kind: subject.kind, id: subject.id },
      clientIds: subject.clientIds,
      data: {
        messageId: id,
        on: subject.name,
        place: subject.clientIds.length > 0 ? "client" : "other",
        actionCode,
        visibility,
        note: text.slice(0, SHOWN_IN_STREAM),
        task: task?.subject ?? null,
      },
    });
    await dropDraft(tx, actor, draftKeys.message(subject));
    return id;
  });
}

async function createTaskOf(
  tx: Tx,
  actor: Actor,
  { input, subject }: { input: PostMessageInput; subject: SubjectRecord },
): Promise<{ id: string; subject: string } | null> {
  const { withTask, taskSubject, taskPriority, taskDueOn, taskAssigneeId } = input;
  if (!withTask || !taskSubject) return null;
  const wanted = { subject: taskSubject, priority: taskPriority, dueOn: taskDueOn, assigneeId: taskAssigneeId };
  const id = await createTask(tx, actor, { ...wanted, about: subject, assigneeField: "taskAssigneeId" });
  return id ? { id, subject: taskSubject } : null;
}

async function nameOfActionCode(tx: Tx, id: string | null): Promise<string | null> {
  if (!id) return null;
  const code = await tx.actionCode.findFirst({ where: { id, archivedAt: null }, select: { name: true } });
  return code?.name ?? refuse("unknown_action_code", "validation.id", { field: "actionCodeId" });
}

async function messageSentBefore(tx: Tx, idempotencyKey: string, authorId: string | null): Promise<string> {
  const message = await tx.message.findFirst({ where: { idempotencyKey, authorId }, select: { id: true } });
  return message?.id ?? refuse("not_found", "refusals.notFound");
}

/** Lets every message of one record stand on another too: the same messages, no copies. Answers how many were linked. */
export async function linkMessages(tx: Tx, { from, to }: { from: SubjectKey; to: SubjectKey }): Promise<number> {
  return execute(
    sql`insert into message_links (message_id, subject_kind, subject_id, posted_at)
      select message_id, ${to.kind}, ${to.id}::uuid, posted_at from message_links
      where subject_kind = ${from.kind} and subject_id = ${from.id}::uuid
      on conflict (message_id, subject_kind, subject_id) do nothing`,
    tx,
  );
}
