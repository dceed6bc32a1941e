import "server-only";
import { postMessages } from "@/lib/features/messages/batches/commands";
import { createTasks } from "@/lib/features/tasks/batches/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { refuse } from "@/lib/platform/refusal";
import { formatList } from "@/lib/values/format";
import { newId } from "@/lib/values/id";
import { dayIn } from "@/lib/values/wall-clock";
import { findStatusToConfigure, findWorkflowFacts } from "./queries";
import { hasWorkflow, planStatusChange, shownWorkflow } from "./rules";
import type { EditWorkflowInput, StatusPlan, StatusWorkflow, WorkflowFacts, WorkflowStatus } from "./schema";

type Change = {
  status: WorkflowStatus;
  clientIds: readonly string[];
  reason: string | null;
  /** What stands in the way was looked at already, by whoever asked for the change. */
  checked?: boolean;
};
type Planned = { client: WorkflowFacts; plan: StatusPlan };

/**
 * What giving these clients a status will bring about; the clients are locked by whoever changes them.
 * @throws {RefusalError} administrators_only, missing_fields, reason_missing
 */
export async function planChanges(
  tx: Tx,
  actor: Actor,
  { status, clientIds, reason, checked }: Change,
): Promise<Planned[]> {
  if (!hasWorkflow(status.workflow)) return [];
  const at = now();
  const facts = await findWorkflowFacts(actor, clientIds, tx);
  const planned = facts.map((client) => {
    const today = dayIn(client.timeZone, at);
    return { client, plan: planStatusChange(status, client, { actor, reason, today }) };
  });
  if (checked) return planned;
  const blocked = planned.filter(({ plan }) => plan.blockers.length > 0);
  if (blocked.length > 0) await refuseBlocked(actor, status, blocked);
  return planned;
}

const NAMED = 3;

async function refuseBlocked(actor: Actor, { name: status }: WorkflowStatus, blocked: readonly Planned[]) {
  const has = (blocker: StatusPlan["blockers"][number]) => blocked.some(({ plan }) => plan.blockers.includes(blocker));
  if (has("administrators_only")) {
    refuse("administrators_only", "statuses.refusals.administratorsOnly", { field: "statusId", values: { status } });
  }
  if (has("missing_fields")) {
    const t = await translatorFor(actor.language);
    const lacking = blocked.filter(({ plan }) => plan.missing.length > 0);
    const fields = [...new Set(lacking.flatMap(({ plan }) => plan.missing))].map((field) =>
      t(`statuses.fields.${field}`),
    );
    const names = lacking.slice(0, NAMED).map(({ client }) => client.name);
    refuse("missing_fields", "statuses.refusals.missingFields", {
      field: "statusId",
      values: {
        status,
        fields: formatList(fields, t.locale),
        names: formatList(names, t.locale),
        more: lacking.length - names.length,
      },
    });
  }
  refuse("reason_missing", "statuses.refusals.reasonMissing", { field: "reason", values: { status } });
}

/** Creates the tasks and messages of a status and promises its letter, in the transaction of the change. */
export async function carryOut(
  tx: Tx,
  actor: Actor,
  { status, planned }: { status: WorkflowStatus; planned: readonly Planned[] },
): Promise<void> {
  const tasks = planned.flatMap(({ client, plan }) =>
    plan.tasks.map(({ assignee: _, ...task }, place) => ({
      ...task,
      about: { kind: "client", id: client.id },
      dedupeKey: `status:${status.id}:${place}:${client.id}`,
    })),
  );
  await createTasks(tx, actor, tasks);
  const messages = planned.flatMap(({ client, plan }) =>
    plan.messages.map((message) => ({ ...message, client, actionCodeId: null })),
  );
  await postMessages(tx, actor, messages);
  const clientIds = planned.flatMap(({ client, plan }) => (plan.mail?.to ? [client.id] : []));
  const { templateId } = status.workflow;
  if (templateId && clientIds.length > 0) {
    await enqueue(tx, "client.status-mail", { templateId, clientIds, cause: newId() });
  }
}

/** Says what a status blocks, who may set it, what it asks for and what follows from it. */
export async function editWorkflow(actor: Actor, { statusId, ...input }: EditWorkflowInput): Promise<void> {
  const { blocksSessions, blocksAssignments, ...fields } = input;
  await inTransaction(async (tx) => {
    const before = await findStatusToConfigure(actor, statusId, tx);
    if (!before) refuse("not_found", "refusals.notFound");
    await checkTemplate(tx, fields.templateId);
    const workflow: StatusWorkflow = fields;
    // A switch is stricter than the standing, never looser: what is closed anyway needs none.
    const isOpen = before.standing === "ACTIVE";
    const switches = {
      blocksSessions: isOpen && blocksSessions,
      blocksAssignments: isOpen && blocksAssignments,
    };
    const data = { ...switches, workflow };
    await tx.clientStatus.update({ where: { id: statusId }, data, select: { id: true } });
    const changes = changesBetween(shownWorkflow(before), shownWorkflow({ ...before, ...data }));
    if (!changes) return;
    const subject = { kind: "client-status", id: statusId };
    await record(tx, actor, { kind: "client-status.edited", subject, data: { name: before.name, changes } });
  });
}

async function checkTemplate(tx: Tx, id: string | null): Promise<void> {
  if (!id) return;
  const where = { id, systemKey: null, recordType: "client", archivedAt: null };
  const template = await tx.emailTemplate.findFirst({ where, select: { id: true } });
  if (!template) refuse("unknown_template", "validation.id", { field: "templateId" });
}
