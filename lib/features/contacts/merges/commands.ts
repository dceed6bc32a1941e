import "server-only";
import { contactsWhere } from "@/lib/features/contacts/scope";
import { combineCustomValues } from "@/lib/features/custom-fields/combining/commands";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { type Trace, traced } from "@/lib/platform/operation/images";
import { runOperation } from "@/lib/platform/operation/lifecycle";
import { refuse } from "@/lib/platform/refusal";
import { dayIn } from "@/lib/values/date";
import { fullName } from "@/lib/values/person-name";
import { settleClashes } from "./clashes/commands";
import {
  combineDecisions,
  combineEmails,
  combineLogins,
  combineMessages,
  combineNotes,
  combineRegistrations,
  combineRelationships,
} from "./combining/commands";
import { holdPeople, moveReferences, scopeOf } from "./following/commands";
import { findMergeOf } from "./results/queries";
import { rowsOf } from "./results/rules";
import { type ContactFollowers, MERGE_KIND, type MergeInput, type Merging } from "./schema";

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
    const loserIds = losersOf(input);
    await holdPeople(tx, [input.winnerId, ...loserIds]);
    const done = await findMergeOf(tx, { winnerId: input.winnerId, loserIds });
    if (done) return done;
    return mergeHeld(tx, actor, { work: await workOf(tx, actor, input), followers });
  });
}

type Group = { input: MergeInput; followers: ContactFollowers; operationId: string };

/** The same as one of many, as part of an operation that is there already. Answers what it touched. */
export async function mergeGroup(tx: Tx, actor: Actor, { input, followers, operationId }: Group): Promise<Trace> {
  await holdPeople(tx, [input.winnerId, ...losersOf(input)]);
  return carryOut(tx, actor, { work: await workOf(tx, actor, input), followers, operationId });
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

function mergeHeld(
  tx: Tx,
  actor: Actor,
  { work, followers }: { work: Work; followers: ContactFollowers },
): Promise<string> {
  const { winnerId, loserIds } = work;
  const merged = namesOf(work);
  const name = fullName(fieldsOf(work));
  return runOperation(tx, actor, {
    kind: MERGE_KIND,
    title: `${merged} → ${name}`,
    input: { winnerId, loserIds: [...loserIds], name, merged },
    work: async (operationId) => rowsOf(await carryOut(tx, actor, { work, followers, operationId })),
  });
}

async function carryOut(
  tx: Tx,
  actor: Actor,
  { work, followers, operationId }: { work: Work; followers: ContactFollowers; operationId: string },
): Promise<Trace> {
  const { winnerId, loserIds, people } = work;
  const scope = await scopeOf(tx, work, followers);
  const trace = await traced(tx, scope, () => becomeOne(tx, actor, { work, followers }));
  const clientIds = [...new Set(people.flatMap(({ relationships }) => relationships.map(({ clientId }) => clientId)))];
  const subject = { kind: "contact", id: winnerId };
  const data = { name: fullName(fieldsOf(work)), merged: namesOf(work), mergedIds: [...loserIds] };
  await record(tx, actor, { kind: "contact.merged", subject, clientIds, operationId, data });
  return trace;
}

async function becomeOne(tx: Tx, actor: Actor, { work, followers }: { work: Work; followers: ContactFollowers }) {
  const { winnerId, loserIds, people, today } = work;
  const fields = fieldsOf(work);
  await combineRelationships(tx, work, { today });
  await combineRegistrations(tx, work, followers);
  await combineNotes(tx, work);
  await combineCustomValues(tx, work);
  await combineMessages(tx, work);
  await combineDecisions(tx, work);
  await combineEmails(tx, work, { emails: people.map(({ email }) => email), chosen: fields.email });
  const tookLogin = await combineLogins(tx, work);
  await moveReferences(tx, work, followers);
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
