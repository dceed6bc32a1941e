"use client";
import { useTranslations } from "next-intl";
import { FieldRow } from "@/components/ui/field-row";
import { NumberField } from "@/components/ui/number-field";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { StatusWorkflow } from "@/lib/features/clients/workflows/schema";
import { WorkflowRows } from "./workflow-rows";

const PRIORITIES = ["LOW", "NORMAL", "HIGH"] as const;
const ASSIGNEES = ["STAFF", "CHANGER", "PRACTITIONER", "CENTER"] as const;
const VISIBILITIES = ["STAFF", "PRACTITIONERS"] as const;
const MOST = { tasks: 5, messages: 3 };

type WorkflowFollowUpsProps = { workflow: Pick<StatusWorkflow, "tasks" | "messages">; values: Record<string, string> };

/** The tasks and messages that a status creates. */
export function WorkflowFollowUps({ workflow, values }: WorkflowFollowUpsProps) {
  const t = useTranslations("statuses");
  const { tasks, messages } = workflow;
  return (
    <>
      <WorkflowRows
        count={tasks.length}
        most={MOST.tasks}
        words={{
          add: t("workflow.addTask"),
          title: (number) => t("workflow.task", { number }),
          remove: (number) => t("workflow.removeTask", { number }),
        }}
        fields={(place) => (
          <>
            <TextField
              name={`tasks.${place}.subject`}
              label={t("workflow.taskSubject")}
              defaultValue={tasks[place]?.subject ?? ""}
              maxLength={200}
            />
            <FieldRow>
              <SelectField
                name={`tasks.${place}.priority`}
                label={t("workflow.taskPriority")}
                options={PRIORITIES.map((value) => ({ value, label: t(`priorities.${value}`) }))}
                defaultValue={tasks[place]?.priority ?? "NORMAL"}
              />
              <NumberField
                name={`tasks.${place}.dueInDays`}
                label={t("workflow.taskDue")}
                defaultValue={tasks[place]?.dueInDays ?? undefined}
                min={0}
                max={730}
              />
              <SelectField
                name={`tasks.${place}.assignee`}
                label={t("workflow.taskAssignee")}
                options={ASSIGNEES.map((value) => ({ value, label: t(`assignees.${value}`, values) }))}
                defaultValue={tasks[place]?.assignee ?? "STAFF"}
              />
            </FieldRow>
          </>
        )}
      />
      <WorkflowRows
        count={messages.length}
        most={MOST.messages}
        words={{
          add: t("workflow.addMessage"),
          title: (number) => t("workflow.message", { number }),
          remove: (number) => t("workflow.removeMessage", { number }),
        }}
        fields={(place) => (
          <>
            <TextArea
              name={`messages.${place}.text`}
              label={t("workflow.messageText")}
              defaultValue={messages[place]?.text ?? ""}
              rows={3}
              maxLength={2_000}
            />
            <SelectField
              name={`messages.${place}.visibility`}
              label={t("workflow.messageVisibility")}
              options={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
              defaultValue={messages[place]?.visibility ?? "STAFF"}
            />
          </>
        )}
      />
    </>
  );
}
