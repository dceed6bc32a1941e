import "server-only";
import { createContact } from "@/lib/features/contacts/commands";
import { linkContact } from "@/lib/features/contacts/relationships/commands";
import type { ConvertProspectInput, Receipt } from "@/lib/features/conversions/schema";
import type { ProspectPerson, ProspectRecord } from "@/lib/features/prospects/record/schema";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";

type Bound = { person: ProspectPerson; contactId: string };
type Plan = { created: Bound[]; matched: Bound[]; left: ProspectPerson[] };

/** Who becomes a contact, who is one already, and who stays on the prospect; whoever is not named stays. */
export function peoplePlan({ people }: ProspectRecord, { people: chosen }: ConvertProspectInput): Plan {
  const plan: Plan = { created: [], matched: [], left: [] };
  for (const person of people) {
    const choice = chosen[person.id] ?? "leave";
    if (choice === "leave") plan.left.push(person);
    else if (choice === "create") plan.created.push({ person, contactId: newId() });
    else plan.matched.push({ person, contactId: choice });
  }
  return plan;
}

type Bringing = { prospect: ProspectRecord; clientId: string; plan: Plan };

/** Makes the chosen people contacts of the client, the main one first so that it becomes the primary one. */
export async function bringPeople(
  tx: Tx,
  actor: Actor,
  { prospect, clientId, plan }: Bringing,
): Promise<Pick<Receipt, "created" | "matched" | "left">> {
  const { created, matched, left } = plan;
  const order = [...created, ...matched].toSorted((a, b) => Number(b.person.isMain) - Number(a.person.isMain));
  const linked = new Set(await contactsOf(tx, clientId));
  for (const { person, contactId } of order) {
    const { title } = person;
    if (created.some((each) => each.contactId === contactId)) {
      const { firstName, lastName, email, phone } = person;
      const { language } = prospect;
      await createContact(actor, { id: contactId, firstName, lastName, email, phone, language, clientId, title }, tx);
    } else if (!linked.has(contactId)) await linkContact(actor, { clientId, contactId, title }, tx);
    linked.add(contactId);
    await tx.prospectContact.update({ where: { id: person.id }, data: { contactId }, select: { id: true } });
  }
  const named = ({ person, contactId }: Bound) => ({ id: contactId, name: person.name });
  return { created: created.map(named), matched: matched.map(named), left: left.map(({ name }) => name) };
}

async function contactsOf(tx: Tx, clientId: string): Promise<string[]> {
  const found = await tx.relationship.findMany({ where: { clientId }, select: { contactId: true }, take: 1_000 });
  return found.map(({ contactId }) => contactId);
}
