import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { localDateOrNull } from "@/lib/platform/db/columns";
import { db } from "@/lib/platform/db/db";
import type { TaskRow } from "./schema";
import { tasksVisibleTo } from "./scope";

/** Open tasks, the earliest due first: those that wait for this person (or anyone), or all they may see. */
export async function listOpenTasks(
  actor: AccountActor,
  { mine, limit }: { mine: boolean; limit: number },
): Promise<TaskRow[]> {
  const waiting = { OR: [{ assigneeId: actor.accountId }, { assigneeId: null }] };
  const tasks = await db.task.findMany({
    where: { AND: [tasksVisibleTo(actor), { doneAt: null }, mine ? waiting : {}] },
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { createdAt: "desc" }, { id: "asc" }],
    take: limit,
    select: {
      id: true,
      subject: true,
      details: true,
      priority: true,
      dueOn: true,
      subjectKind: true,
      subjectId: true,
      assignee: { select: { firstName: true, lastName: true } },
    },
  });
  return tasks.map(({ assignee, dueOn, ...task }) => ({
    ...task,
    dueOn: localDateOrNull(dueOn),
    assignee: assignee && `${assignee.firstName} ${assignee.lastName}`,
  }));
}
