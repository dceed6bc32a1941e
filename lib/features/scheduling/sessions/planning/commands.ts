import "server-only";
import { addPractitioner } from "@/lib/features/clients/assignments/commands";
import { sessionBlocker } from "@/lib/features/clients/rules";
import { readsStaffNotes } from "@/lib/features/scheduling/scope";
import type { SessionPlan } from "@/lib/features/scheduling/sessions/schema";
import { holdSlots } from "@/lib/features/scheduling/sessions/slots/commands";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { findBookedClients, findWorking } from "./queries";
import { whenOf } from "./rules";
import type { BookedClient, NamedPerson, PreparedPlan } from "./schema";

type Known = {
  /** Who takes part already, and may stay whatever their status says by now. */
  clientIds?: readonly string[];
  practitionerIds?: readonly string[];
};

/**
 * Finds, checks and locks everybody a plan names: clients the person reaches and whose status allows sessions,
 * practitioners who work here, the room of the center.
 * @throws {RefusalError} not_found, not_active, status_blocks_sessions, unknown_practitioner, own_sessions_only
 */
export async function preparePlan(tx: Tx, actor: Actor, plan: SessionPlan, known: Known = {}): Promise<PreparedPlan> {
  requireOwn(actor, plan.practitionerIds);
  const [first] = await findBookedClients(actor, plan.clientIds, tx);
  if (!first) refuse("not_found", "refusals.notFound", { field: "clientIds" });
  const roomId = plan.room ? await roomOf(tx, first.centerId, plan.room) : null;
  const { clientIds = [], practitionerIds = [] } = known;
  await holdSlots(tx, {
    clientIds: [...new Set([...plan.clientIds, ...clientIds])].toSorted(),
    practitionerIds: [...new Set([...plan.practitionerIds, ...practitionerIds])].toSorted(),
    roomId,
  });
  // Read again: kind and status cannot change any more.
  const clients = await findBookedClients(actor, plan.clientIds, tx);
  if (clients.length < plan.clientIds.length) refuse("not_found", "refusals.notFound", { field: "clientIds" });
  checkClients(clients.filter(({ id }) => !clientIds.includes(id)));
  const practitioners = await workingOnes(tx, actor, plan, practitionerIds);
  if (plan.serviceId) await checkService(tx, plan.serviceId);
  const { serviceId, type, area, location, meetingLink, places, notes, sharedNotes } = plan;
  const columns = {
    ...whenOf(plan, first.timeZone),
    centerId: first.centerId,
    ...{ serviceId, type, area, location, roomId, meetingLink, places, notes, sharedNotes },
    ...(readsStaffNotes(actor) ? { staffNotes: plan.staffNotes } : {}),
  };
  return { clients, practitioners, columns };
}

/** Practitioners plan their own sessions only. @throws {RefusalError} own_sessions_only */
export function requireOwn(actor: Actor, practitionerIds: readonly string[]): void {
  if (actor.kind !== "account" || actor.role !== "practitioner") return;
  if (practitionerIds.length === 1 && practitionerIds[0] === actor.practitionerId) return;
  refuse("own_sessions_only", "scheduling.refusals.ownOnly", { field: "practitionerIds" });
}

function checkClients(clients: readonly BookedClient[]): void {
  for (const { name, status } of clients) {
    const blocker = sessionBlocker(status);
    if (!blocker) continue;
    const values = { status: status.name, name };
    refuse(blocker, `scheduling.refusals.${blocker}`, { values, field: "clientIds" });
  }
}

async function workingOnes(tx: Tx, actor: Actor, { practitionerIds }: SessionPlan, known: readonly string[]) {
  const working = await findWorking(actor, practitionerIds, tx);
  const missing = practitionerIds.filter((id) => !working.some((one) => one.id === id) && !known.includes(id));
  if (missing.length > 0) refuse("unknown_practitioner", "validation.id", { field: "practitionerIds" });
  return working;
}

async function checkService(tx: Tx, id: string): Promise<void> {
  const found = await tx.service.findUnique({ where: { id }, select: { id: true } });
  if (!found) refuse("unknown_service", "validation.id", { field: "serviceId" });
}

/** The room of this name in a center; a new name is a new room. */
export async function roomOf(tx: Tx, centerId: string, name: string): Promise<string> {
  const [room] = await rows<{ id: string }>(
    sql`with made as (insert into rooms (center_id, name) values (${centerId}::uuid, ${name}::citext) on conflict do nothing returning id)
      select id from made union all select id from rooms where center_id = ${centerId}::uuid and name = ${name}::citext limit 1`,
    tx,
  );
  return room?.id ?? roomOf(tx, centerId, name);
}

/** A session makes its practitioners those of its clients, whatever was assigned before. */
export async function assignToClients(
  tx: Tx,
  actor: Actor,
  { clients, practitioners }: { clients: readonly NamedPerson[]; practitioners: readonly NamedPerson[] },
): Promise<void> {
  for (const { id: clientId } of clients)
    for (const { id: practitionerId, name } of practitioners) {
      if (!(await addPractitioner(tx, clientId, { practitionerId }))) continue;
      const subject = { kind: "client", id: clientId };
      const data = { practitioner: name };
      await record(tx, actor, { kind: "client.practitioner-assigned", subject, clientIds: [clientId], data });
    }
}
