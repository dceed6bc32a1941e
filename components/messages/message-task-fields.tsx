import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { FieldRow } from "@/components/ui/field-row";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Choice } from "@/lib/features/messages/schema";
import { TASK_PRIORITIES } from "@/lib/features/tasks/schema";

/** "Create a Task" and what it then asks for; shown by the box alone, so that it works before scripts have loaded. */
export function MessageTaskFields({ assignees, self }: { assignees: readonly Choice[]; self: string }) {
  const t = useTranslations("messages.form");
  const priorities = useTranslations("tasks.priorities");
  return (
    <div className="mb-2 rounded-lg border border-border bg-surface p-4">
      <Checkbox name="withTask">{t("withTask")}</Checkbox>
      <div className="mt-3 hidden gap-y-1 group-has-[[name=withTask]:checked]:grid">
        <TextField name="taskSubject" label={t("taskSubject")} maxLength={200} />
        <FieldRow>
          <SelectField
            name="taskPriority"
            label={t("taskPriority")}
            defaultValue="NORMAL"
            options={TASK_PRIORITIES.map((value) => ({ value, label: priorities(value) }))}
          />
          <DateField name="taskDueOn" label={t("taskDueOn")} help={t("taskDueHelp")} />
        </FieldRow>
        <SelectField
          name="taskAssigneeId"
          label={t("taskAssignee")}
          placeholder={t("anyone")}
          defaultValue={self}
          options={assignees.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </div>
  );
}
