"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { FieldRow } from "@/components/ui/field-row";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { MessageChoices } from "@/lib/features/messages/schema";

const VISIBILITIES = ["STAFF", "PRACTITIONERS"] as const;
const PRIORITIES = ["LOW", "NORMAL", "HIGH"] as const;
const named = (list: readonly { id: string; name: string }[]) =>
  list.map(({ id, name }) => ({ value: id, label: name }));

/** A message and a task that are made together with a change of status; neither must be. */
export function FollowUpFields({ choices }: { choices: MessageChoices }) {
  const t = useTranslations("statuses");
  const [withMessage, setMessage] = useState(false);
  const [withTask, setTask] = useState(false);
  return (
    <div className="grid gap-3">
      <Checkbox name="withMessage" checked={withMessage} onChange={(event) => setMessage(event.currentTarget.checked)}>
        {t("change.withMessage")}
      </Checkbox>
      {withMessage && (
        <div className="grid gap-2 border-border border-l-2 pl-4">
          <TextArea name="messageText" label={t("change.messageText")} rows={4} maxLength={20_000} required />
          <FieldRow>
            <SelectField
              name="messageVisibility"
              label={t("workflow.messageVisibility")}
              options={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
            />
            <SelectField
              name="messageActionCodeId"
              label={t("change.actionCode")}
              placeholder={t("change.noActionCode")}
              options={named(choices.actionCodes)}
            />
          </FieldRow>
        </div>
      )}
      <Checkbox name="withTask" checked={withTask} onChange={(event) => setTask(event.currentTarget.checked)}>
        {t("change.withTask")}
      </Checkbox>
      {withTask && (
        <div className="grid gap-2 border-border border-l-2 pl-4">
          <TextField name="taskSubject" label={t("change.taskSubject")} maxLength={200} required />
          <FieldRow>
            <DateField name="taskDueOn" label={t("change.taskDueOn")} />
            <SelectField
              name="taskPriority"
              label={t("change.taskPriority")}
              options={PRIORITIES.map((value) => ({ value, label: t(`priorities.${value}`) }))}
              defaultValue="NORMAL"
            />
            <SelectField
              name="taskAssigneeId"
              label={t("change.taskAssignee")}
              placeholder={t("change.anyStaff")}
              options={named(choices.assignees)}
            />
          </FieldRow>
        </div>
      )}
    </div>
  );
}
