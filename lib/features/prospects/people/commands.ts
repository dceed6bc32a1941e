import "server-only";
import { prospectsVisibleTo } from "@/lib/features/prospects/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { fullName } from "@/lib/values/person-name";
import { keptPhone } from "@/lib/values/phone";
import { sql } from "@/lib/values/sql";
import type { AddPersonInput, EditPersonInput, PersonInput } from "./schema";

/** Adds a person to a prospect, in the given transaction where there is one; the first is the main one. */
export async function addPerson(actor: Actor, input: AddPersonInput, tx?: Tx): Promise<string> {
  if (!tx) return inTransaction((own) => addPerson(actor, input, own));
  const { prospectId, lastName, phone, ...fields } = input;
  const prospect = await holdProspect(tx, actor, prospectId);
  const isMain = (await tx.prospectContact.count({ where: { prospectId, isMain: true } })) === 0;
  const id = newId();
  await tx.prospectContact.create({
    data: { ...fields, id, prospectId, isMain, lastName: lastName ?? "", phone: keptPhone(phone), createdAt: now() },
    select: { id: true },
  });
  const data = { name: prospect.name, contact: nameOf(input) };
  await record(tx, actor, { kind: "prospect.contact-added", subject: subjectOf(prospectId), data });
  return id;
}

/** Changes what is known of a person of a prospect. */
export async function editPerson(actor: Actor, input: EditPersonInput): Promise<void> {
  const { prospectId, personId, lastName, phone, ...rest } = input;
  await inTransaction(async (tx) => {
    const prospect = await holdProspect(tx, actor, prospectId);
    const before = await findPerson(tx, { prospectId, personId });
    const fields = { ...rest, lastName: lastName ?? "", phone: keptPhone(phone) };
    await tx.prospectContact.update({ where: { id: personId }, data: fields, select: { id: true } });
    const changes = changesBetween<Record<string, unknown>>(before, fields);
    if (!changes) return;
    const data = { name: prospect.name, contact: nameOf(input), changes };
    await record(tx, actor, { kind: "prospect.contact-edited", subject: subjectOf(prospectId), data });
  });
}

/** Gives a person the star in place of whoever has it. */
export async function starPerson(actor: Actor, { prospectId, personId }: PersonInput): Promise<void> {
  await inTransaction(async (tx) => {
    const prospect = await holdProspect(tx, actor, prospectId);
    const person = await findPerson(tx, { prospectId, personId });
    if (person.isMain) return;
    await tx.prospectContact.updateMany({ where: { prospectId, isMain: true }, data: { isMain: false } });
    await tx.prospectContact.update({ where: { id: personId }, data: { isMain: true }, select: { id: true } });
    const data = { name: prospect.name, contact: fullName(person) };
    await record(tx, actor, { kind: "prospect.main-contact", subject: subjectOf(prospectId), data });
  });
}

/** Takes a person off a prospect; where it was the main one, the next takes the star. */
export async function removePerson(actor: Actor, { prospectId, personId }: PersonInput): Promise<void> {
  await inTransaction(async (tx) => {
    const prospect = await holdProspect(tx, actor, prospectId);
    const person = await findPerson(tx, { prospectId, personId });
    await tx.prospectContact.delete({ where: { id: personId }, select: { id: true } });
    const next = { where: { prospectId }, orderBy: { createdAt: "asc" }, select: { id: true } } as const;
    const heir = person.isMain ? await tx.prospectContact.findFirst(next) : null;
    if (heir) await tx.prospectContact.update({ where: { id: heir.id }, data: { isMain: true }, select: { id: true } });
    const data = { name: prospect.name, contact: fullName(person) };
    await record(tx, actor, { kind: "prospect.contact-removed", subject: subjectOf(prospectId), data });
  });
}

const subjectOf = (id: string) => ({ kind: "prospect", id });
const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string | null }) =>
  fullName({ firstName, lastName: lastName ?? "" });

/** Changes to one prospect's people go one after the other, so that only one of them is the main one. */
async function holdProspect(tx: Tx, actor: Actor, prospectId: string): Promise<{ name: string }> {
  const [found] = await rows<{ name: string }>(
    sql`select name from prospects where id = ${prospectId}::uuid and ${prospectsVisibleTo(actor)} for no key update`,
    tx,
  );
  return found ?? refuse("not_found", "refusals.notFound");
}

async function findPerson(tx: Tx, { prospectId, personId }: PersonInput) {
  const select = { firstName: true, lastName: true, title: true, email: true, phone: true, isMain: true } as const;
  const person = await tx.prospectContact.findFirst({ where: { id: personId, prospectId }, select });
  return person ?? refuse("not_found", "refusals.notFound");
}
