import "server-only";
import { CLIENTS_IN_BULK } from "@/lib/features/clients/bulk-fields";
import { CONTACTS_IN_BULK } from "@/lib/features/contacts/bulk-fields";
import { PROSPECTS_IN_BULK } from "@/lib/features/prospects/bulk-fields";
import { SESSIONS_IN_BULK } from "@/lib/features/scheduling/sessions/bulk-fields";
import { TASKS_IN_BULK } from "@/lib/features/tasks/bulk-fields";
import { REGISTRATIONS_IN_BULK } from "@/lib/features/training/registrations/bulk-fields";
import { NOUNS, type Noun } from "@/lib/features/updates/schema";
import type { Actor } from "@/lib/platform/access/actor";
import type { BulkField, BulkNoun } from "@/lib/platform/operation/bulk-field";

/** Everything that can be changed in bulk. */
const IN_BULK: Readonly<Record<Noun, BulkNoun>> = {
  clients: CLIENTS_IN_BULK,
  contacts: CONTACTS_IN_BULK,
  prospects: PROSPECTS_IN_BULK,
  tasks: TASKS_IN_BULK,
  sessions: SESSIONS_IN_BULK,
  registrations: REGISTRATIONS_IN_BULK,
};

export const nounOf = (noun: Noun): BulkNoun => IN_BULK[noun];

/** The noun an address names, if this person may change any of it. */
export function findNoun(actor: Actor, name: string): { name: Noun; noun: BulkNoun } | null {
  const known = NOUNS.find((each) => each === name);
  return known && actor.can(IN_BULK[known].permission) ? { name: known, noun: IN_BULK[known] } : null;
}

/** The fields that this person may change. */
export async function listFields(actor: Actor, noun: BulkNoun): Promise<BulkField[]> {
  const fields = await noun.fields(actor);
  return fields.filter(({ permission }) => !permission || actor.can(permission));
}

/** One field, whoever asks: a job goes on with what was allowed when it was begun. */
export async function findField(actor: Actor, noun: BulkNoun, key: string): Promise<BulkField | null> {
  return (await noun.fields(actor)).find((field) => field.key === key) ?? null;
}
