import "server-only";
import { findClient } from "@/lib/features/clients/record/queries";
import { clientsWhere } from "@/lib/features/clients/scope";
import { type Actor, actingOn } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import type { AllowBookingInput } from "./schema";

/**
 * Says how the people of a client book in the portal: at once, as a request, not at all, or as the organization set it.
 * @throws {RefusalError} not_found, changed_meanwhile
 */
export async function allowBooking(actor: Actor, input: AllowBookingInput): Promise<void> {
  const { clientId, version, portalBooking } = input;
  await inTransaction(async (tx) => {
    const client = await findClient(actor, clientId, tx);
    if (!client) refuse("not_found", "refusals.notFound");
    const changes = changesBetween({ portalBooking: client.portalBooking }, { portalBooking });
    if (!changes) return;
    const { count } = await tx.client.updateMany({
      where: { AND: [{ id: clientId, version }, clientsWhere(actingOn(actor, "clients", "edit"))] },
      data: { portalBooking, version: { increment: 1 } },
    });
    if (count === 0) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    const subject = { kind: "client", id: clientId };
    const data = { name: client.name, changes };
    await record(tx, actor, { kind: "client.edited", subject, clientIds: [clientId], data });
  });
}
