import "server-only";
import { writeClientEdit } from "@/lib/features/clients/commands";
import { clientsActedFor } from "@/lib/features/clients/portal/scope";
import { findClient } from "@/lib/features/clients/record/queries";
import { editInputOf } from "@/lib/features/clients/record/rules";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import { editClientInput } from "@/lib/features/clients/schema";
import { PORTAL_FIELDS, type PortalField } from "@/lib/features/settings/schema";
import type { Actor, ContactActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { refuse } from "@/lib/platform/refusal";
import { addSeconds } from "@/lib/values/instant";
import { changesOfFields, type FieldChange, keptText, shownValue } from "./rules";

/** Several decisions about one client are told in one mail. */
const GATHERING_SECONDS = 600;

type Asked = { client: { id: string; name: string }; changes: readonly FieldChange[] };

/** Keeps what a contact asks to change until staff decide; what was asked of the same fields before is replaced. */
export async function propose(tx: Tx, actor: ContactActor, { client, changes }: Asked): Promise<void> {
  const { contactId, name: contactName } = actor;
  await replaceProposals(
    tx,
    client.id,
    changes.map(({ field }) => field),
  );
  await tx.proposal.createMany({
    data: changes.map(({ field, from, to }) => ({
      clientId: client.id,
      contactId,
      contactName,
      field,
      oldValue: from,
      newValue: to,
      proposedAt: now(),
    })),
  });
  const subject = { kind: "client", id: client.id };
  const data = { name: client.name, changes: changesOfFields(changes) };
  await record(tx, actor, { kind: "proposal.made", subject, clientIds: [client.id], data });
}

/** What waits for these fields does not any more: something else was said of them since. */
export async function replaceProposals(tx: Tx, clientId: string, fields: readonly string[]): Promise<void> {
  await tx.proposal.updateMany({
    where: { clientId, status: "WAITING", field: { in: [...fields] } },
    data: { status: "REPLACED", decidedAt: now() },
  });
}

/**
 * Makes what a contact asked for so, by the ordinary edit of a client.
 * @param seen what the field held when the person decided
 * @throws {RefusalError} not_found, already_decided, changed_meanwhile, and whatever the edit refuses
 */
export async function acceptProposal(
  actor: Actor,
  { proposalId, seen }: { proposalId: string; seen: string },
): Promise<string> {
  return inTransaction(async (tx) => {
    const { client, proposal, change } = await decide(tx, actor, { proposalId, status: "ACCEPTED", reason: null });
    const held = shownValue(change.field, keptText(client[change.field]));
    if (held !== seen) {
      const values = { value: held || "—" };
      refuse("changed_meanwhile", "proposals.refusals.changedMeanwhile", { values });
    }
    const value = shownValue(change.field, change.to);
    const checked = editClientInput.shape[change.field].safeParse(value);
    if (!checked.success) refuse("not_fitting", "proposals.refusals.notFitting");
    await writeClientEdit(tx, actor, { ...editInputOf(client), [change.field]: checked.data });
    const data = { name: client.name, contact: proposal.contactName, changes: changesOfFields([change]) };
    const subject = { kind: "client", id: client.id };
    await record(tx, actor, { kind: "proposal.accepted", subject, clientIds: [client.id], data });
    return client.id;
  });
}

/** Leaves the client as it is and tells who asked why. */
export async function declineProposal(
  actor: Actor,
  { proposalId, reason }: { proposalId: string; reason: string },
): Promise<string> {
  return inTransaction(async (tx) => {
    const { client, proposal, change } = await decide(tx, actor, { proposalId, status: "DECLINED", reason });
    const data = { name: client.name, contact: proposal.contactName, reason, changes: changesOfFields([change]) };
    const subject = { kind: "client", id: client.id };
    await record(tx, actor, { kind: "proposal.declined", subject, clientIds: [client.id], data });
    return client.id;
  });
}

/** Takes back what was asked, by anybody who acts for the client in the portal. */
export async function withdrawProposal(actor: Actor, { proposalId }: { proposalId: string }): Promise<void> {
  if (actor.kind !== "contact") return refuse("not_permitted", "refusals.notPermitted");
  await inTransaction(async (tx) => {
    const where = { id: proposalId, clientId: { in: clientsActedFor(actor) } };
    const proposal = await tx.proposal.findFirst({ where, include: { client: { select: { id: true, name: true } } } });
    if (!proposal) return refuse("not_found", "refusals.notFound");
    await close(tx, proposalId, { status: "WITHDRAWN", decidedByName: actor.name });
    const { client, oldValue: from, newValue: to } = proposal;
    const data = { name: client.name, changes: changesOfFields([{ field: fieldOf(proposal.field), from, to }]) };
    const subject = { kind: "client", id: client.id };
    await record(tx, actor, { kind: "proposal.withdrawn", subject, clientIds: [client.id], data });
  });
}

type Decision = { proposalId: string; status: "ACCEPTED" | "DECLINED"; reason: string | null };

/** Closes one proposal about a client this person reaches, and promises the mail that tells of it. */
async function decide(tx: Tx, actor: Actor, { proposalId, status, reason }: Decision) {
  const proposal = await tx.proposal.findUnique({ where: { id: proposalId } });
  const client: ClientRecord | null = proposal && (await findClient(actor, proposal.clientId, tx));
  if (!proposal || !client) return refuse("not_found", "refusals.notFound");
  await close(tx, proposalId, { status, reason, decidedByName: actor.name });
  const { clientId, contactId } = proposal;
  if (contactId) {
    const runAt = addSeconds(now(), GATHERING_SECONDS);
    const jobKey = `proposals:${clientId}:${contactId}`;
    await enqueue(tx, "proposals.tell", { clientId, contactId }, { runAt, jobKey });
  }
  const change = { field: fieldOf(proposal.field), from: proposal.oldValue, to: proposal.newValue };
  return { client, proposal, change };
}

type Closing = { status: "ACCEPTED" | "DECLINED" | "WITHDRAWN"; decidedByName: string; reason?: string | null };

/** Of two people who decide at once, one is told that it is decided. */
async function close(tx: Tx, id: string, { reason = null, ...closing }: Closing): Promise<void> {
  const data = { ...closing, reason, decidedAt: now() };
  const { count } = await tx.proposal.updateMany({ where: { id, status: "WAITING" }, data });
  if (count === 0) refuse("already_decided", "proposals.refusals.alreadyDecided");
}

function fieldOf(text: string): PortalField {
  return PORTAL_FIELDS.find((field) => field === text) ?? refuse("not_found", "refusals.notFound");
}
