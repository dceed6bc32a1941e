import "server-only";
import type { ChangeStatusInput } from "@/lib/features/clients/schema";
import { postMessages } from "@/lib/features/messages/batches/commands";
import { createTask } from "@/lib/features/tasks/commands";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";

type FollowUps = Partial<ChangeStatusInput> & { client: { id: string; name: string } };

/** The message and the task that somebody wrote into the form of the change. */
export async function addFollowUps(tx: Tx, actor: Actor, { client, ...input }: FollowUps): Promise<void> {
  const { withMessage, messageText: text, messageVisibility: visibility = "STAFF", messageActionCodeId } = input;
  const { withTask, taskSubject: subject, taskPriority: priority, taskDueOn: dueOn, taskAssigneeId } = input;
  if (withMessage && text) {
    await postMessages(tx, actor, [{ client, text, visibility, actionCodeId: messageActionCodeId ?? null }]);
  }
  if (withTask && subject) {
    const about = { kind: "client", id: client.id };
    const wanted = {
      subject,
      priority: priority ?? "NORMAL",
      dueOn: dueOn ?? null,
      assigneeId: taskAssigneeId ?? null,
    };
    await createTask(tx, actor, { ...wanted, about, assigneeField: "taskAssigneeId" });
  }
}
