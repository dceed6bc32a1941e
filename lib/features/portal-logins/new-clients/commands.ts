import "server-only";
import { addClient } from "@/lib/features/clients/commands";
import { writeUsername, writeWelcome } from "@/lib/features/portal-logins/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { refuse } from "@/lib/platform/refusal";
import type { NewClientInput } from "./schema";

/**
 * Adds a client and, where asked for, a way into the portal for its primary contact: an adult's own, a minor's parent's.
 * @throws {RefusalError} what adding a client, giving a username and the welcome refuse; then nothing is added.
 */
export async function createClientWithLogin(
  actor: Actor,
  { username, welcome, ...input }: NewClientInput,
): Promise<string> {
  return inTransaction(async (tx) => {
    const { clientId, contactIds } = await addClient(tx, actor, input);
    const [contactId] = contactIds;
    if (!username && !welcome) return clientId;
    if (!actor.can("portal-logins.manage")) refuse("not_permitted", "refusals.notPermitted");
    if (!contactId) refuse("contact_needed", "clients.refusals.contactNeeded", { field: "contacts.0.firstName" });
    if (username) await writeUsername(tx, actor, { contactId, username });
    if (welcome) await writeWelcome(tx, actor, { contactId });
    return clientId;
  });
}
