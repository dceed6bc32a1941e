import "server-only";
import { propose, replaceProposals } from "@/lib/features/clients/proposals/commands";
import { type FieldChange, sortCorrections } from "@/lib/features/clients/proposals/rules";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Actor, ContactActor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { displayPhone, keptPhone } from "@/lib/values/phone";
import { sql } from "@/lib/values/sql";
import { findCompany } from "./queries";
import { companyEditAnswer } from "./rules";
import type { CompanyDetails, CompanyFields, EditCompanyInput } from "./schema";

/**
 * Changes the details of a client for the contact who asks, where the kind of contact and the settings allow it. Fields
 * that wait for staff are kept as proposals. Refused when somebody else saved in between: `version` names what was seen.
 * @returns how many changes wait for staff now.
 * @throws {RefusalError} not_found, not_entitled, switched_off, field_closed, changed_meanwhile
 */
export async function editCompany(
  actor: Actor,
  { clientId, version, ...typed }: EditCompanyInput,
): Promise<{ waiting: number }> {
  if (actor.kind !== "contact") return refuse("not_permitted", "refusals.notPermitted");
  const relation = actor.clients.find((client) => client.clientId === clientId);
  if (!relation) return refuse("not_found", "refusals.notFound");
  return inTransaction(async (tx) => {
    const answer = companyEditAnswer(relation, await findSettingIn(tx, "portal"));
    if (answer === "not_entitled") refuse("not_entitled", "portal.refusals.notEntitled");
    if (answer === "switched_off") refuse("switched_off", "portal.refusals.switchedOff");
    await execute(sql`select 1 from clients where id = ${clientId}::uuid for update`, tx);
    const before = await findCompany(tx, actor, clientId);
    if (!before) return refuse("not_found", "refusals.notFound");
    if (before.version !== version) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    const after = { ...typed, phone: phoneAfter(before.phone, typed.phone) };
    const sorted = sortCorrections(before, after, await findSettingIn(tx, "portalFields"));
    const [closed] = sorted.closed;
    if (closed) refuse("field_closed", "portal.refusals.fieldClosed", { field: closed });
    const waiting = await notYetAsked(tx, clientId, sorted.waiting);
    await replaceProposals(tx, clientId, sorted.changed);
    await writeCompany(tx, actor, { clientId, before, change: sorted.counted });
    if (waiting.length > 0) await propose(tx, actor, { client: { id: clientId, name: before.name }, changes: waiting });
    return { waiting: sorted.waiting.length };
  });
}

type Writing = { clientId: string; before: CompanyDetails; change: Partial<CompanyFields> };

async function writeCompany(tx: Tx, actor: ContactActor, { clientId, before, change }: Writing): Promise<void> {
  const changes = changesBetween<Record<string, unknown>>(before, change);
  if (!changes) return;
  const data = { ...change, version: { increment: 1 } };
  await tx.client.updateMany({ where: { id: clientId, deletedAt: null }, data });
  const subject = { kind: "client", id: clientId };
  const entry = { name: change.name ?? before.name, changes };
  await record(tx, actor, { kind: "client.edited-in-portal", subject, clientIds: [clientId], data: entry });
}

/** What the form shows again because it waits already is not asked twice. */
async function notYetAsked(tx: Tx, clientId: string, changes: readonly FieldChange[]): Promise<FieldChange[]> {
  const waiting = await tx.proposal.findMany({
    where: { clientId, status: "WAITING" },
    take: 50,
    select: { field: true, newValue: true },
  });
  return changes.filter(({ field, to }) => !waiting.some((each) => each.field === field && each.newValue === to));
}

/** A number that was only shown in another notation has not changed. */
function phoneAfter(before: string | null, typed: string | null): string | null {
  return before !== null && typed === displayPhone(before) ? before : keptPhone(typed);
}
