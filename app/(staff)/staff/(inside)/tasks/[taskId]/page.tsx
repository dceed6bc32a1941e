import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TaskRecord } from "@/components/tasks/task-record";
import { findSetting } from "@/lib/features/settings/queries";
import { completeTaskAction, editTaskAction, reopenTaskAction } from "@/lib/features/tasks/actions";
import { taskItem } from "@/lib/features/tasks/copy";
import { findTask, listAssignees } from "@/lib/features/tasks/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/wall-clock";

export const metadata: Metadata = { title: "Task" };

export default async function TaskPage({ params }: PageProps<"/staff/tasks/[taskId]">) {
  const actor = await admit("tasks.view");
  const task = await findTask(actor, (await params).taskId);
  if (!task) notFound();
  const [assignees, { timeZone }] = await Promise.all([listAssignees(actor), findSetting("organization")]);
  const mayEdit = actor.can("tasks.edit");
  return (
    <TaskRecord
      task={task}
      item={taskItem(task, { today: dayIn(timeZone, now()), locale: "en" })}
      edit={mayEdit ? { assignees, self: actor.accountId, action: editTaskAction } : null}
      act={task.doneAt ? reopenTaskAction : completeTaskAction}
    />
  );
}
