import type { Actor } from "@/lib/platform/access/actor";
import { addDays } from "@/lib/values/date";
import { isBlank } from "@/lib/values/text";
import type { PlannedTask, StatusPlan, StatusWorkflow, WorkflowFacts, WorkflowStatus } from "./schema";

type Circumstances = { actor: Actor; reason: string | null; today: string };

/** Whether this person may give clients this status at all. An administrator only in administrator mode. */
export function maySet({ workflow }: Pick<WorkflowStatus, "workflow">, actor: Actor): boolean {
  return workflow.maySet === "STAFF" || actor.can("settings.edit");
}

/** Whether anything is asked for or follows at all. */
export function hasWorkflow({ maySet: who, needsReason, requiredFields, tasks, messages, templateId }: StatusWorkflow) {
  const rows = requiredFields.length + tasks.length + messages.length;
  return who !== "STAFF" || needsReason || rows > 0 || templateId !== null;
}

/** A status's rules as history keeps them, one line of text each. */
export function shownWorkflow(
  status: Pick<WorkflowStatus, "blocksSessions" | "blocksAssignments" | "workflow">,
): Record<string, unknown> {
  const { blocksSessions, blocksAssignments, workflow } = status;
  const { maySet: who, needsReason, requiredFields, tasks, messages, templateId } = workflow;
  return {
    ...{ blocksSessions, blocksAssignments, maySet: who, needsReason, templateId },
    requiredFields: requiredFields.join(", "),
    tasks: tasks.map(({ subject }) => subject).join(" · "),
    messages: messages.map(({ text }) => text).join(" · "),
  };
}

/** What giving a client this status asks for and brings about. */
export function planStatusChange(
  status: WorkflowStatus,
  client: WorkflowFacts,
  { actor, reason, today }: Circumstances,
): StatusPlan {
  const { workflow, template } = status;
  const missing = workflow.requiredFields.filter((field) => client.missing.includes(field));
  const blockers: StatusPlan["blockers"] = [];
  if (!maySet(status, actor)) blockers.push("administrators_only");
  if (missing.length > 0) blockers.push("missing_fields");
  if (workflow.needsReason && isBlank(reason) && actor.kind === "account") blockers.push("reason_missing");
  const { primary } = client;
  return {
    blockers,
    missing,
    needsReason: workflow.needsReason,
    tasks: workflow.tasks.map((task): PlannedTask => {
      const { subject, priority, dueInDays, assignee } = task;
      const dueOn = dueInDays === null ? null : addDays(today, dueInDays);
      return { subject, priority, dueOn, assignee, assigneeId: assigneeOf(assignee, { client, actor }) };
    }),
    messages: workflow.messages,
    mail: template === null ? null : { template, to: primary?.mailable ? (primary.email ?? null) : null },
  };
}

/** Nobody in particular means any member of staff. */
function assigneeOf(
  assignee: PlannedTask["assignee"],
  { client, actor }: { client: WorkflowFacts; actor: Actor },
): string | null {
  if (assignee === "CHANGER") return actor.kind === "account" ? actor.accountId : null;
  if (assignee === "CENTER") return client.centerStaffId;
  return assignee === "PRACTITIONER" ? (client.practitioner?.accountId ?? null) : null;
}
