import { useTranslations } from "next-intl";
import { FormKeeping } from "@/components/drafts/form-keeping";
import { DefinitionList } from "@/components/ui/definition-list";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { StatusChip } from "@/components/ui/status-chip";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { TaskItem } from "@/lib/features/tasks/copy";
import { taskFormValues } from "@/lib/features/tasks/rules";
import type { TaskRow } from "@/lib/features/tasks/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { TaskForm } from "./task-form";

type TaskRecordProps = {
  task: TaskRow;
  item: TaskItem;
  /** Null for whoever may only do it. */
  edit: { assignees: readonly { id: string; name: string }[]; self: string; action: ServerAction } | null;
  act: ServerAction;
};

/** One task: what it is about, the way to be done with it or to put it back, and its form. */
export function TaskRecord({ task, item, edit, act }: TaskRecordProps) {
  const t = useTranslations("tasks");
  const press = (
    <Form action={act}>
      <input type="hidden" name="taskId" value={task.id} />
      <SubmitButton variant={edit ? "secondary" : "primary"}>{t(item.isDone ? "reopen" : "complete")}</SubmitButton>
    </Form>
  );
  const about = item.about && <TextLink href={item.about.href}>{item.about.name}</TextLink>;
  return (
    <>
      <PageHeader
        title={task.subject}
        back={{ href: paths.staff.tasks, label: t("title") }}
        status={item.isDone && <StatusChip tone="success">{t("isDone")}</StatusChip>}
        facts={about ? [about] : []}
        actions={press}
      />
      {edit ? (
        <FormKeeping edits={{ version: task.version, values: taskFormValues(task) }}>
          <TaskForm task={task} about={null} {...edit} />
        </FormKeeping>
      ) : (
        <DefinitionList
          items={[
            { term: t("details"), value: task.details, wide: true },
            { term: t("priority"), value: t(`priorities.${task.priority}`) },
            { term: t("due"), value: item.due?.text },
          ]}
        />
      )}
    </>
  );
}
