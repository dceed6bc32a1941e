import { paths } from "@/lib/paths";
import type { LocalDate } from "@/lib/values/date";
import { formatDate } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import type { TaskRow } from "./schema";

/** A task with its links and its due date in words. */
export function taskItem(task: TaskRow, { today, locale }: { today: LocalDate; locale: Locale }) {
  const { id, subject, details, dueOn, assignee, subjectKind: kind, subjectId, about, doneAt } = task;
  return {
    id,
    subject,
    details,
    assignee,
    high: task.priority === "HIGH",
    href: paths.staff.task(id),
    about: kind && subjectId && about ? { name: about, href: paths.staff.record({ kind, id: subjectId }) } : null,
    due: dueOn ? { text: formatDate(dueOn, locale), overdue: dueOn < today && !doneAt } : null,
    isDone: doneAt !== null,
  };
}
export type TaskItem = ReturnType<typeof taskItem>;
