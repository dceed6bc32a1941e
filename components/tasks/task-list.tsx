import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { StatusChip } from "@/components/ui/status-chip";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { ServerAction } from "@/lib/platform/action-state";

/** One task with its words and link already made. */
export type TaskItem = {
  id: string;
  subject: string;
  details: string | null;
  href: string | null;
  due: { text: string; overdue: boolean } | null;
  assignee: string | null;
  high: boolean;
};

/** Open tasks, each with its own button to be done with it. */
export function TaskList({ tasks, complete }: { tasks: readonly TaskItem[]; complete: ServerAction }) {
  const t = useTranslations("tasks");
  return (
    <ul className="divide-y divide-border">
      {tasks.map((task) => (
        <li key={task.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-3">
          <div className="min-w-0 flex-1 basis-56">
            <p className="break-words font-medium">
              {task.href ? <TextLink href={task.href}>{task.subject}</TextLink> : task.subject}
            </p>
            {task.details && <p className="whitespace-pre-line text-muted text-sm">{task.details}</p>}
            <p className="flex flex-wrap items-center gap-2 pt-0.5 text-muted text-xs">
              {task.high && <StatusChip tone="danger">{t("priorities.HIGH")}</StatusChip>}
              {task.due?.overdue && <StatusChip tone="warning">{t("overdue")}</StatusChip>}
              {task.due && <span>{task.due.text}</span>}
              <span>{task.assignee ?? t("unassigned")}</span>
            </p>
          </div>
          <Form action={complete}>
            <input type="hidden" name="taskId" value={task.id} />
            <SubmitButton variant="secondary" size="sm" aria-label={`${t("complete")}: ${task.subject}`}>
              {t("complete")}
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  );
}
