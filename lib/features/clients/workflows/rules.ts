import type { Actor } from "@/lib/platform/access/actor";
import { addDays } from "@/lib/values/date";
import { isBlank } from "@/lib/values/text";
import type { PlannedTask, StatusPlan, WorkflowFacts, WorkflowStatus } from "./schema";

type Circumstances = { actor: Actor; reason: string | null; today: string };

/** Whether this person may give clients this status at all. An administrator only in administrator mode. */
export function maySet({ workflow }: Pick<WorkflowStatus, "workflow">, actor: Actor): boolean {
  return workflow.maySet === "STAFF" || actor.can("settings.edit");
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
  if (workflow.needsReason && isBlank(reason)) blockers.push("reason_missing");
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
  return assignee === "PRACTITIONER" ? (client.practitioner?.accountId ?? null) : null;
}
