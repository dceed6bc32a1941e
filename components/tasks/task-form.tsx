import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { TASK_PRIORITIES, type TaskRow } from "@/lib/features/tasks/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import type { SubjectKey } from "@/lib/platform/subject";

type TaskFormProps = {
  /** Null for a new one. */
  task: TaskRow | null;
  about: SubjectKey | null;
  assignees: readonly { id: string; name: string }[];
  self: string;
  action: ServerAction;
};

/** Adds a task or changes one. */
export function TaskForm({ task, about, assignees, self, action }: TaskFormProps) {
  const t = useTranslations("tasks");
  const left = task?.assigneeId && !assignees.some(({ id }) => id === task.assigneeId);
  const people =
    left && task.assigneeId ? [...assignees, { id: task.assigneeId, name: task.assignee ?? "" }] : assignees;
  return (
    <Form action={action} guard>
      {task && <input type="hidden" name="taskId" value={task.id} />}
      {!task && <input type="hidden" name="aboutKind" value={about?.kind ?? ""} />}
      {!task && <input type="hidden" name="aboutId" value={about?.id ?? ""} />}
      <TextField name="subject" label={t("subject")} defaultValue={task?.subject} maxLength={200} required />
      <TextArea name="details" label={t("details")} defaultValue={task?.details ?? ""} rows={4} maxLength={5_000} />
      <FieldRow>
        <SelectField
          name="priority"
          label={t("priority")}
          defaultValue={task?.priority ?? "NORMAL"}
          options={TASK_PRIORITIES.map((value) => ({ value, label: t(`priorities.${value}`) }))}
        />
        <DateField name="dueOn" label={t("due")} help={t("dueHelp")} defaultValue={task?.dueOn ?? undefined} />
      </FieldRow>
      <SelectField
        name="assigneeId"
        label={t("assignee")}
        placeholder={t("unassigned")}
        defaultValue={task ? (task.assigneeId ?? "") : self}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FormActions sticky>
        <SubmitButton>{t(task ? "save" : "add")}</SubmitButton>
        <LinkButton variant="ghost" href={about ? paths.staff.record(about) : paths.staff.tasks}>
          {t("cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
