import "server-only";
import { contactsWhere } from "@/lib/features/contacts/scope";
import { combineShared } from "@/lib/features/merges/combining/commands";
import { carryOut, mergeOnce } from "@/lib/features/merges/commands";
import { moveReferences } from "@/lib/features/merges/following/commands";
import type { Merging, PlannedMerge } from "@/lib/features/merges/schema";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { type Trace, traced } from "@/lib/platform/operation/images";
import { refuse } from "@/lib/platform/refusal";
import { fullName } from "@/lib/values/person-name";
import { dayIn } from "@/lib/values/wall-clock";
import { settleClashes } from "./clashes/commands";
import { combineEmails, combineLogins, combineRegistrations, combineRelationships } from "./combining/commands";
import { contactScope, holdPeople } from "./following/commands";
import type { ContactFollowers, MergeInput } from "./schema";

const PERSON = {
  id: true,
  version: true,
  firstName: true,
  lastName: true,
  email: true,
  phone: true,
  language: true,
  doNotMail: true,
  relationships: { select: { clientId: true }, where: { client: { deletedAt: null } }, orderBy: { createdAt: "asc" } },
} as const;

type Person = Awaited<ReturnType<typeof findPeople>>[number];
type Work = Merging & { people: Person[]; winner: Person; take: MergeInput["take"]; today: string };

/**
 * Makes several contacts one: all that pointed at the others points at the one that stays, which takes each field from
 * whom was chosen. However often it is asked for at once, it happens once, and everybody gets the same operation.
 * @returns the operation, by which it can be taken back for 30 days.
 * @throws {RefusalError} not_found; changed_meanwhile when somebody changed one of them since they were seen
 */
export async function mergeContacts(actor: Actor, input: MergeInput, followers: ContactFollowers): Promise<string> {
  return inTransaction(async (tx) => {
    const merging = { kind: "contact", winnerId: input.winnerId, loserIds: losersOf(input) } as const;
    await holdPeople(tx, [merging.winnerId, ...merging.loserIds]);
    return mergeOnce(tx, actor, { ...merging, plan: () => planOf(tx, actor, { input, followers }) });
  });
}

type Request = { input: MergeInput; followers: ContactFollowers };

/** The same as one of many, as part of an operation that is there already. Answers what it touched. */
export async function mergeGroup(
  tx: Tx,
  actor: Actor,
  { operationId, ...request }: Request & { operationId: string },
): Promise<Trace> {
  const { input } = request;
  await holdPeople(tx, [input.winnerId, ...losersOf(input)]);
  return carryOut(tx, actor, { planned: await planOf(tx, actor, request), operationId });
}

const losersOf = ({ people, winnerId }: MergeInput) => people.map(({ id }) => id).filter((id) => id !== winnerId);

/** Who is merged as they stand now, held by whoever asks. */
async function workOf(tx: Tx, actor: Actor, input: MergeInput): Promise<Work> {
  const { timeZone } = await findSettingIn(tx, "organization");
  const people = await findPeople(tx, actor, input);
  const winner = people.find(({ id }) => id === input.winnerId);
  if (!winner || people.length !== input.people.length) refuse("not_found", "duplicates.refusals.gone");
  const changed = people.some(({ id, version }) => input.people.find((seen) => seen.id === id)?.version !== version);
  if (changed) refuse("changed_meanwhile", "duplicates.refusals.changedMeanwhile");
  const { winnerId, take } = input;
  return { winnerId, loserIds: losersOf(input), people, winner, take, today: dayIn(timeZone, now()) };
}

function findPeople(tx: Tx, actor: Actor, { people }: MergeInput) {
  const ids = people.map(({ id }) => id);
  return tx.contact.findMany({ where: { AND: [{ id: { in: ids } }, contactsWhere(actor)] }, select: PERSON });
}

const namesOf = ({ people, winnerId }: Work) =>
  people
    .filter(({ id }) => id !== winnerId)
    .map(fullName)
    .join(", ");

async function planOf(tx: Tx, actor: Actor, { input, followers }: Request): Promise<PlannedMerge> {
  const work = await workOf(tx, actor, input);
  const { winnerId, loserIds, people } = work;
  const scope = await contactScope(tx, work, followers);
  return {
    kind: "contact",
    winnerId,
    loserIds,
    name: fullName(fieldsOf(work)),
    merged: namesOf(work),
    clientIds: [...new Set(people.flatMap(({ relationships }) => relationships.map(({ clientId }) => clientId)))],
    work: () => traced(tx, scope, () => becomeOne(tx, actor, { work, followers })),
  };
}

async function becomeOne(tx: Tx, actor: Actor, { work, followers }: { work: Work; followers: ContactFollowers }) {
  const { winnerId, loserIds, people, today } = work;
  const fields = fieldsOf(work);
  await combineRelationships(tx, { kind: "contact", winnerId, loserIds }, { today });
  await combineRegistrations(tx, work, followers);
  await combineShared(tx, { kind: "contact", winnerId, loserIds });
  await combineEmails(tx, work, { emails: people.map(({ email }) => email), chosen: fields.email });
  const tookLogin = await combineLogins(tx, work);
  await moveReferences(tx, { kind: "contact", winnerId, loserIds, references: followers.references });
  await tx.contact.updateMany({
    where: { id: { in: [...loserIds] } },
    data: { deletedAt: now(), mergedIntoId: winnerId, version: { increment: 1 } },
  });
  await tx.contact.update({
    where: { id: winnerId },
    // Whoever takes over a way in is let in by it.
    data: { ...fields, ...(tookLogin ? { portalAllowed: true } : {}), version: { increment: 1 } },
    select: { id: true },
  });
  await settleClashes(tx, actor, winnerId);
}

function fieldsOf({ people, winner, take }: Work) {
  const from = (id: string) => people.find((person) => person.id === id) ?? winner;
  return {
    firstName: from(take.firstName).firstName,
    lastName: from(take.lastName).lastName,
    email: from(take.email).email,
    phone: from(take.phone).phone,
    language: from(take.language).language,
    doNotMail: from(take.doNotMail).doNotMail,
  };
}
