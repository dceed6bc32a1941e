import { paths } from "@/lib/paths";
import type { LocalDate } from "@/lib/values/date";
import { formatDate } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import type { TaskRow } from "./schema";

const RECORDS: Record<string, (id: string) => string> = {
  client: paths.staff.client,
  prospect: paths.staff.prospect,
  contact: paths.staff.contact,
  event: paths.staff.event,
};

/** A task with its link and its due date in words. */
export function taskItem(task: TaskRow, { today, locale }: { today: LocalDate; locale: Locale }) {
  const { id, subject, details, dueOn, assignee, subjectKind, subjectId } = task;
  const address = subjectKind ? RECORDS[subjectKind] : undefined;
  return {
    id,
    subject,
    details,
    assignee,
    high: task.priority === "HIGH",
    href: address && subjectId ? address(subjectId) : null,
    due: dueOn ? { text: formatDate(dueOn, locale), overdue: dueOn < today } : null,
  };
}
