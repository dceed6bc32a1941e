import "server-only";
import { findClient } from "@/lib/features/clients/record/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { findBillingSetup } from "./queries";
import { recipientProblem } from "./rules";
import type { BillingSetup, EditBillingInput } from "./schema";

/**
 * Sets how a client is billed and who gets its invoices. By e-mail, at least one of them must have an address. Refused
 * when somebody else saved in between.
 */
export async function editBilling(actor: Actor, input: EditBillingInput): Promise<void> {
  const { clientId, version, cycle, method, termsDays, recipientIds } = input;
  await inTransaction(async (tx) => {
    // Contacts of this client come and go one after the other with this.
    await rows(sql`select id from clients where id = ${clientId}::uuid for no key update`, tx);
    const client = await findClient(actor, clientId, tx);
    const before = await findBillingSetup(actor, clientId, tx);
    if (!client || !before) refuse("not_found", "refusals.notFound");
    if (before.version !== version) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    checkRecipients(before, input);
    const setup = { cycle, method, termsDays };
    await tx.clientBilling.upsert({
      where: { clientId },
      create: { clientId, ...setup },
      update: { ...setup, version: { increment: 1 } },
      select: { clientId: true },
    });
    await writeRecipients(tx, { clientId, recipientIds });
    const after = await findBillingSetup(actor, clientId, tx);
    const changes = after && changesBetween(shown(before), shown(after));
    if (!changes) return;
    const subject = { kind: "client", id: clientId };
    const data = { name: client.name, changes };
    await record(tx, actor, { kind: "billing.edited", subject, clientIds: [clientId], data });
  });
}

function checkRecipients({ contacts }: BillingSetup, { method, recipientIds }: EditBillingInput): void {
  const chosen = contacts.filter(({ id }) => recipientIds.includes(id));
  if (chosen.length !== recipientIds.length) refuse("not_found", "refusals.notFound");
  const problem = recipientProblem(method, chosen);
  if (problem) refuse(problem, `billing.refusals.${problem}`, { field: "recipientIds[]" });
}

async function writeRecipients(
  tx: Tx,
  { clientId, recipientIds }: Pick<EditBillingInput, "clientId" | "recipientIds">,
) {
  const contactId = { in: recipientIds };
  await tx.relationship.updateMany({ where: { clientId, getsInvoices: true }, data: { getsInvoices: false } });
  await tx.relationship.updateMany({ where: { clientId, contactId }, data: { getsInvoices: true } });
}

/** As history keeps it: names instead of ids. */
function shown({ cycle, method, termsDays, contacts, version }: BillingSetup): Record<string, unknown> {
  const invoiceRecipients = contacts.filter(({ gets }) => gets).map(({ name }) => name);
  return {
    billingCycle: cycle,
    billingMethod: method,
    paymentTerms: version === 0 ? null : termsDays,
    invoiceRecipients: invoiceRecipients.join(", "),
  };
}
