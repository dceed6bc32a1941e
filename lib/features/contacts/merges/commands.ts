import "server-only";
import { contactsWhere } from "@/lib/features/contacts/scope";
import { combineCustomValues } from "@/lib/features/custom-fields/combining/commands";
import { findSetting } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { traced } from "@/lib/platform/operation/images";
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
  const { timeZone } = await findSetting("organization");
  return inTransaction(async (tx) => {
    const loserIds = input.people.map(({ id }) => id).filter((id) => id !== input.winnerId);
    const merging = { winnerId: input.winnerId, loserIds };
    await holdPeople(tx, [merging.winnerId, ...loserIds]);
    const done = await findMergeOf(tx, merging);
    if (done) return done;
    const people = await findPeople(tx, actor, input);
    const winner = people.find(({ id }) => id === merging.winnerId);
    if (!winner || people.length !== input.people.length) refuse("not_found", "duplicates.refusals.gone");
    const changed = people.some(({ id, version }) => input.people.find((seen) => seen.id === id)?.version !== version);
    if (changed) refuse("changed_meanwhile", "duplicates.refusals.changedMeanwhile");
    const today = dayIn(timeZone, now());
    return mergeHeld(tx, actor, { work: { ...merging, people, winner, take: input.take, today }, followers });
  });
}

function findPeople(tx: Tx, actor: Actor, { people }: MergeInput) {
  const ids = people.map(({ id }) => id);
  return tx.contact.findMany({ where: { AND: [{ id: { in: ids } }, contactsWhere(actor)] }, select: PERSON });
}

function mergeHeld(
  tx: Tx,
  actor: Actor,
  { work, followers }: { work: Work; followers: ContactFollowers },
): Promise<string> {
  const { winnerId, loserIds, people } = work;
  const merged = people
    .filter(({ id }) => id !== winnerId)
    .map(fullName)
    .join(", ");
  const name = fullName(fieldsOf(work));
  return runOperation(tx, actor, {
    kind: MERGE_KIND,
    title: `${merged} → ${name}`,
    input: { winnerId, loserIds: [...loserIds], name, merged },
    work: async (operationId) => {
      const scope = await scopeOf(tx, work, followers);
      const trace = await traced(tx, scope, () => becomeOne(tx, actor, { work, followers }));
      const clientIds = [
        ...new Set(people.flatMap(({ relationships }) => relationships.map(({ clientId }) => clientId))),
      ];
      const subject = { kind: "contact", id: winnerId };
      const data = { name, merged, mergedIds: [...loserIds] };
      await record(tx, actor, { kind: "contact.merged", subject, clientIds, operationId, data });
      return rowsOf(trace);
    },
  });
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
