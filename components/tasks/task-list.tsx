import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { StatusChip } from "@/components/ui/status-chip";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { TaskItem } from "@/lib/features/tasks/copy";
import type { ServerAction } from "@/lib/platform/action-state";

type TaskListProps = {
  tasks: readonly TaskItem[];
  /** Marks a task done, or in a list of done ones puts it back. */
  act: ServerAction;
  /** On the page of the record itself its name need not be said. */
  hideAbout?: boolean;
};

/** Tasks, each with its own button to be done with it; J and K walk them, X presses the button, Enter opens. */
export function TaskList({ tasks, act, hideAbout }: TaskListProps) {
  const t = useTranslations("tasks");
  return (
    <ul className="divide-y divide-border">
      {tasks.map((task) => {
        const verb = t(task.isDone ? "reopen" : "complete");
        return (
          <li
            key={task.id}
            data-list-row
            className="flex flex-wrap items-start gap-x-3 gap-y-1 py-3 first:pt-0 last:pb-0"
          >
            <div className="min-w-0 flex-1 basis-40">
              <p className={`break-words font-medium ${task.isDone ? "line-through decoration-muted" : ""}`}>
                <TextLink href={task.href} data-row-link>
                  {task.subject}
                </TextLink>
              </p>
              {task.details && <p className="line-clamp-2 whitespace-pre-line text-muted text-sm">{task.details}</p>}
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-0.5 text-muted text-xs">
                {task.high && !task.isDone && <StatusChip tone="danger">{t("priorities.HIGH")}</StatusChip>}
                {task.due?.overdue && <StatusChip tone="warning">{t("overdue")}</StatusChip>}
                {task.due && <span className="tabular-nums">{task.due.text}</span>}
                <span>{task.assignee ?? t("unassigned")}</span>
                {task.about && !hideAbout && <TextLink href={task.about.href}>{task.about.name}</TextLink>}
              </p>
            </div>
            <Form action={act}>
              <input type="hidden" name="taskId" value={task.id} />
              <SubmitButton variant="secondary" size="sm" aria-label={`${verb}: ${task.subject}`} data-row-select>
                {verb}
              </SubmitButton>
            </Form>
          </li>
        );
      })}
    </ul>
  );
}
