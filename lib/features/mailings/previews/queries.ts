import "server-only";
import { listClients } from "@/lib/features/clients/queries";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { type RenderedLetter, renderLetter } from "@/lib/features/templates/emails";
import { findLetterValues, type RecipientValues } from "@/lib/features/templates/queries";
import { checkedLetter } from "@/lib/features/templates/rules";
import type { DraftInput } from "@/lib/features/templates/schema";
import { exampleValues, listVariables } from "@/lib/features/templates/variables/queries";
import type { AccountActor, Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";

/** A letter as one client would get it, with what it could not say. */
export type DraftPreview = RenderedLetter & {
  /** Readable names of the variables that have no value for this client. */
  missing: string[];
  practitioner: RecipientValues["practitioner"];
};

/** The primary contact of a client the person may read; null when there is no such client. */
async function findRecipient(actor: Actor, clientId: string) {
  const [client] = await rows<{ clientId: string; contactId: string | null }>(sql`
    select clients.id as "clientId", (select r.contact_id from relationships r join contacts k on k.id = r.contact_id
        where r.client_id = clients.id and k.deleted_at is null order by r.is_primary desc, r.created_at, r.id limit 1)
      as "contactId"
    from clients where clients.id = ${clientId}::uuid and ${clientsVisibleTo(actor)}`);
  return client ?? null;
}

async function valuesFor(actor: AccountActor, { purpose, clientId }: DraftInput): Promise<RecipientValues> {
  if (!clientId || (purpose !== "client" && purpose !== "contact"))
    return { values: await exampleValues(purpose), practitioner: "active", mail: { brand: null, replyTo: null } };
  const recipient = await findRecipient(actor, clientId);
  if (!recipient) refuse("not_found", "refusals.notFound");
  // Whoever tries a letter stands in for the administrative contact that a mailing names.
  const administrativeContact = { name: actor.name, email: actor.email, phone: null };
  const [found] = await findLetterValues(db, [recipient], { administrativeContact });
  return found ?? refuse("not_found", "refusals.notFound");
}

/**
 * A letter as it stands in the editor, filled for one client or with examples.
 * @throws {RefusalError} unknown_variable, not_found
 */
export async function renderDraft(actor: AccountActor, input: DraftInput): Promise<DraftPreview> {
  const letter = checkedLetter({ subject: input.subject, body: input.body }, input.purpose);
  const { values, practitioner, mail } = await valuesFor(actor, input);
  const { language } = input;
  const { missing, ...rendered } = await renderLetter({ ...letter, values, language, brand: mail.brand });
  const labels = new Map((await listVariables(input.purpose)).map(({ id, label }) => [id, label]));
  return { ...rendered, missing: missing.map((id) => labels.get(id) ?? id), practitioner };
}

export type ClientSuggestion = { id: string; label: string; detail: string };

/** Clients to try a letter with, by name or number. */
export async function suggestClients(actor: Actor, q: string): Promise<ClientSuggestion[]> {
  if (!actor.can("templates.use") || q.trim().length < 2) return [];
  const { rows: found } = await listClients(actor, {
    q: q.slice(0, 100),
    filter: null,
    sort: "name",
    direction: "asc",
  });
  return found
    .slice(0, 8)
    .map(({ id, name, number, center }) => ({ id, label: name, detail: `${number} · ${center}` }));
}
