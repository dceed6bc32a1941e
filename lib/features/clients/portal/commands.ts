import "server-only";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { displayPhone, keptPhone } from "@/lib/values/phone";
import { findCompany } from "./queries";
import { companyEditAnswer } from "./rules";
import type { EditCompanyInput } from "./schema";

/**
 * Changes the details of a client for the contact who asks, where the kind of contact and the setting allow it.
 * Refused when somebody else saved in between: `version` names what was seen.
 * @throws {RefusalError} not_found, not_entitled, switched_off, changed_meanwhile
 */
export async function editCompany(actor: Actor, { clientId, version, ...typed }: EditCompanyInput): Promise<void> {
  if (actor.kind !== "contact") return refuse("not_permitted", "refusals.notPermitted");
  const relation = actor.clients.find((client) => client.clientId === clientId);
  if (!relation) return refuse("not_found", "refusals.notFound");
  await inTransaction(async (tx) => {
    const answer = companyEditAnswer(relation, await findSettingIn(tx, "portal"));
    if (answer === "not_entitled") refuse("not_entitled", "portal.refusals.notEntitled");
    if (answer === "switched_off") refuse("switched_off", "portal.refusals.switchedOff");
    const before = await findCompany(tx, actor, clientId);
    if (!before) return refuse("not_found", "refusals.notFound");
    const fields = { ...typed, phone: phoneAfter(before.phone, typed.phone) };
    const { count } = await tx.client.updateMany({
      where: { id: clientId, version, deletedAt: null },
      data: { ...fields, version: { increment: 1 } },
    });
    if (count === 0) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    const changes = changesBetween<Record<string, unknown>>(before, fields);
    if (!changes) return;
    const subject = { kind: "client", id: clientId };
    const data = { name: fields.name, changes };
    await record(tx, actor, { kind: "client.edited-in-portal", subject, clientIds: [clientId], data });
  });
}

/** A number that was only shown in another notation has not changed. */
function phoneAfter(before: string | null, typed: string | null): string | null {
  return before !== null && typed === displayPhone(before) ? before : keptPhone(typed);
}
