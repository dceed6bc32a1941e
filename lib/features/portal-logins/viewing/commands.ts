import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { contactsVisibleTo } from "@/lib/features/contacts/scope";
import { activeClientsOf } from "@/lib/platform/access/active-clients";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { addSeconds } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";

const VIEW_SECONDS = 30 * 60;

/**
 * Lets a member of staff see the portal's pages as a contact would, for half an hour and without being able to do anything
 * there; everybody reads of it in the client's data stream.
 * @throws {RefusalError} not_found, cannot_enter
 */
export async function startViewing(
  actor: Actor,
  { contactId, clientId }: { contactId: string; clientId: string },
): Promise<void> {
  if (actor.kind !== "account") return refuse("not_permitted", "refusals.notPermitted");
  await inTransaction(async (tx) => {
    const at = now();
    const [contact] = await rows<{ name: string; enters: boolean }>(
      sql`select contacts.first_name || ' ' || contacts.last_name as name, contacts.portal_allowed and exists (
          select 1 ${activeClientsOf("contacts.id", { at })} and c.id = clients.id) as enters
        from contacts join relationships l on l.contact_id = contacts.id join clients on clients.id = l.client_id
        where contacts.id = ${contactId}::uuid and clients.id = ${clientId}::uuid and ${contactsVisibleTo(actor)}
          and ${clientsVisibleTo(actor)}`,
      tx,
    );
    if (!contact) refuse("not_found", "refusals.notFound");
    if (!contact.enters)
      refuse("cannot_enter", "clients.refusals.cannotEnterPortal", { values: { name: contact.name } });
    const data = { viewingContactId: contactId, viewingUntil: addSeconds(at, VIEW_SECONDS) };
    await tx.signIn.update({ where: { id: actor.signInId }, data, select: { id: true } });
    const entry = { name: contact.name };
    const subject = { kind: "client", id: clientId };
    await record(tx, actor, { kind: "portal-view.began", subject, clientIds: [clientId], data: entry });
  });
}

/** Ends it. Answers whom the person was looking as. */
export async function stopViewing(actor: Actor): Promise<void> {
  if (actor.kind !== "account") return refuse("not_permitted", "refusals.notPermitted");
  const { signInId, viewingContactId } = actor;
  if (!viewingContactId) return;
  await inTransaction(async (tx) => {
    const data = { viewingContactId: null, viewingUntil: null };
    await tx.signIn.update({ where: { id: signInId }, data, select: { id: true } });
    const subject = { kind: "contact", id: viewingContactId };
    await record(tx, actor, { kind: "portal-view.left", subject, data: {} });
  });
}
