import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { joinSql, type SqlFragment, sql } from "@/lib/values/sql";
import { dayIn } from "@/lib/values/wall-clock";
import { maySet, planStatusChange } from "./rules";
import {
  REQUIRED_FIELDS,
  type RequiredField,
  type StatusPlan,
  statusWorkflow,
  type WorkflowFacts,
  type WorkflowStatus,
} from "./schema";

/** Statuses with what follows from them, in their order. */
async function readStatuses(which: SqlFragment, tx?: Tx): Promise<WorkflowStatus[]> {
  const found = await rows<Omit<WorkflowStatus, "workflow"> & { workflow: unknown }>(
    sql`select s.id, s.name::text as name, s.standing::text as standing, s.blocks_sessions as "blocksSessions",
        s.blocks_assignments as "blocksAssignments", s.workflow, t.name as template
      from client_statuses s
      left join email_templates t on t.id::text = s.workflow->>'templateId' and t.archived_at is null
      where ${which} order by s.position, s.name limit 200`,
    tx,
  );
  return found.map((status) => ({ ...status, workflow: statusWorkflow.parse(status.workflow) }));
}

/** One status that clients can be given; null for one that is archived or not there. */
export async function findWorkflowStatus(tx: Tx, statusId: string): Promise<WorkflowStatus | null> {
  const [status] = await readStatuses(sql`s.id = ${statusId}::uuid and s.archived_at is null`, tx);
  return status ?? null;
}

/** Every status that clients can be given, by id. */
export async function findWorkflowStatuses(tx: Tx): Promise<Map<string, WorkflowStatus>> {
  const statuses = await readStatuses(sql`s.archived_at is null`, tx);
  return new Map(statuses.map((status) => [status.id, status]));
}

/** One status as its page in the configuration shows it, archived or not. */
export async function findStatusToConfigure(actor: Actor, statusId: string, tx?: Tx): Promise<WorkflowStatus | null> {
  if (!actor.can("settings.edit") || !isId(statusId)) return null;
  const [status] = await readStatuses(sql`s.id = ${statusId}::uuid`, tx);
  return status ?? null;
}

const isBlankSql = (column: SqlFragment) => sql`coalesce(btrim(${column}::text), '') = ''`;

/** When a field counts as not known. */
const MISSING: Record<RequiredField, SqlFragment> = {
  phone: isBlankSql(sql`clients.phone`),
  email: isBlankSql(sql`clients.email`),
  address: sql`(${isBlankSql(sql`clients.address_line1`)} or ${isBlankSql(sql`clients.city`)})`,
  practitioner: sql`clients.practitioner_id is null`,
  primaryContact: sql`not exists (select from relationships pr join contacts pk on pk.id = pr.contact_id and pk.deleted_at is null
    where pr.client_id = clients.id and pr.is_primary)`,
  startedOn: sql`clients.started_on is null`,
  signedOn: sql`clients.signed_on is null`,
  naics: isBlankSql(sql`clients.naics`),
  industry: isBlankSql(sql`clients.industry`),
  employeeCount: sql`clients.employee_count is null`,
  billing: sql`not exists (select from client_billing b where b.client_id = clients.id)`,
};

/** Which of the fields a status asks for are not known of a client, as a JSON list over `clients`. */
export function lacksFields(workflow: unknown): SqlFragment {
  const { requiredFields } = statusWorkflow.parse(workflow ?? {});
  if (requiredFields.length === 0) return sql`'[]'::jsonb`;
  const missing = requiredFields.map((field) => sql`case when ${MISSING[field]} then ${field}::text end`);
  return sql`to_jsonb(array_remove(array[${joinSql(missing, ", ")}], null))`;
}

/** The statuses this person may give clients, and which of them ask for a reason. */
export async function findSettableStatuses(
  actor: Actor,
): Promise<{ value: string; label: string; needsReason: boolean }[]> {
  const statuses = await readStatuses(sql`s.archived_at is null`);
  return statuses
    .filter((status) => maySet(status, actor))
    .map(({ id, name, workflow }) => ({ value: id, label: name, needsReason: workflow.needsReason }));
}

/** What decides about these clients' changes of status, in one query whatever their number. */
export async function findWorkflowFacts(actor: Actor, clientIds: readonly string[], tx?: Tx): Promise<WorkflowFacts[]> {
  const missing = REQUIRED_FIELDS.map((field) => sql`case when ${MISSING[field]} then ${field}::text end`);
  return rows<WorkflowFacts>(
    sql`select clients.id, clients.name, ce.time_zone as "timeZone",
        array_remove(array[${joinSql(missing, ", ")}], null) as missing,
        case when p.id is not null then jsonb_build_object('name', p.first_name || ' ' || p.last_name,
          'accountId', (select a.id from accounts a where a.id = p.account_id and a.status = 'ACTIVE')) end as practitioner,
        (select a.id from accounts a where a.center_id = clients.center_id and a.status = 'ACTIVE' and a.role = 'STAFF'
          order by a.last_name, a.first_name, a.id limit 1) as "centerStaffId",
        case when k.id is not null then jsonb_build_object('name', k.first_name || ' ' || k.last_name, 'email', k.email,
          'mailable', coalesce(k.email::text, '') <> '' and not k.do_not_mail
            and not exists (select from unsubscribes u where u.email = k.email)) end as primary
      from clients
      join centers ce on ce.id = clients.center_id
      left join practitioners p on p.id = clients.practitioner_id and p.status = 'ACTIVE'
      left join relationships r on r.client_id = clients.id and r.is_primary
      left join contacts k on k.id = r.contact_id and k.deleted_at is null
      where clients.id = any(${clientIds}::uuid[]) and ${clientsVisibleTo(actor)}
      order by clients.id`,
    tx,
  );
}

export type StatusChoice = WorkflowStatus & { plan: StatusPlan };

/** Every status a client could be given, with what would happen; two queries, and nothing is changed. */
export async function previewStatusChanges(actor: Actor, clientId: string): Promise<StatusChoice[]> {
  if (!isId(clientId)) return [];
  const [statuses, [client]] = await Promise.all([
    readStatuses(sql`s.archived_at is null`),
    findWorkflowFacts(actor, [clientId]),
  ]);
  return client ? statuses.map((status) => ({ ...status, plan: dryRun(status, client, actor) })) : [];
}

/** What would happen to one client. The reason is still to be given, so its lack is not held against the change. */
export async function previewStatusChange(
  actor: Actor,
  { status, clientId }: { status: WorkflowStatus; clientId: string },
): Promise<{ client: WorkflowFacts; plan: StatusPlan } | null> {
  const [client] = await findWorkflowFacts(actor, [clientId]);
  return client ? { client, plan: dryRun(status, client, actor) } : null;
}

function dryRun(status: WorkflowStatus, client: WorkflowFacts, actor: Actor): StatusPlan {
  return planStatusChange(status, client, { actor, reason: "—", today: dayIn(client.timeZone, now()) });
}
