import "server-only";
import { contactsWhere } from "@/lib/features/contacts/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { inCentersSeen, whereCentersSeen } from "@/lib/platform/access/centers-seen";
import { dateColumn, localDateOrNull } from "@/lib/platform/db/columns";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { fullName } from "@/lib/values/person-name";
import { sql } from "@/lib/values/sql";
import type { EditRelationshipInput } from "./schema";

type Link = { clientId: string; contactId: string; title?: string | null; isOwner?: boolean; isGuardian?: boolean };

/** Makes a person a contact of a client. A client's first contact is its primary one. */
export async function linkContact(actor: Actor, input: Link, tx?: Tx): Promise<void> {
  if (!tx) return inTransaction((own) => linkContact(actor, input, own));
  const { clientId, contactId, title = null, isOwner = false, isGuardian = false } = input;
  await lockClient(tx, actor, clientId);
  const where = { AND: [{ id: contactId }, contactsWhere(actor)] };
  const contact = await tx.contact.findFirst({ where, select: { firstName: true, lastName: true } });
  if (!contact) refuse("not_found", "refusals.notFound");
  const isPrimary = !(await tx.relationship.findFirst({ where: { clientId, isPrimary: true }, select: { id: true } }));
  const { count } = await tx.relationship.createMany({
    data: [{ clientId, contactId, title, isOwner, isGuardian, isPrimary }],
    skipDuplicates: true,
  });
  if (count === 0) refuse("already_linked", "contacts.refusals.alreadyLinked");
  const data = { name: fullName(contact), title };
  await record(tx, actor, { kind: "contact.linked", subject: subjectOf(contactId), clientIds: [clientId], data });
}

/** Changes what a contact is to a client. Making somebody a guardian needs the password confirmed. */
export async function editRelationship(
  actor: Actor,
  { relationshipId, ...fields }: EditRelationshipInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { clientId, contactId, name, ...before } = await findRelationship(tx, actor, relationshipId);
    if (fields.isGuardian && !before.isGuardian && !actor.can("contacts.link-guardian")) {
      refuse("needs_confirmation", "refusals.needsConfirmation", { field: "isGuardian" });
    }
    const changes = changesBetween<Record<string, unknown>>(before, fields);
    if (!changes) return;
    await tx.relationship.update({
      where: { id: relationshipId },
      data: { ...fields, validFrom: columnOf(fields.validFrom), validTo: columnOf(fields.validTo) },
      select: { id: true },
    });
    const data = { name, changes };
    const subject = subjectOf(contactId);
    await record(tx, actor, { kind: "contact.relationship-edited", subject, clientIds: [clientId], data });
  });
}

/** Makes this contact the primary one in place of whoever was: a client has exactly one. */
export async function makePrimaryContact(actor: Actor, { relationshipId }: { relationshipId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const { clientId, contactId, name, isPrimary } = await findRelationship(tx, actor, relationshipId);
    if (isPrimary) return;
    await lockClient(tx, actor, clientId);
    const before = await tx.relationship.findFirst({
      where: { clientId, isPrimary: true },
      select: { contact: { select: { firstName: true, lastName: true } } },
    });
    await tx.relationship.updateMany({ where: { clientId, isPrimary: true }, data: { isPrimary: false } });
    await tx.relationship.update({ where: { id: relationshipId }, data: { isPrimary: true }, select: { id: true } });
    const data = { name, before: before && fullName(before.contact) };
    const subject = subjectOf(contactId);
    await record(tx, actor, { kind: "contact.made-primary", subject, clientIds: [clientId], data });
  });
}

/** Ends what a contact is to a client; the person stays. The primary one only goes last. */
export async function unlinkContact(actor: Actor, { relationshipId }: { relationshipId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const { clientId, contactId, name } = await findRelationship(tx, actor, relationshipId);
    await lockClient(tx, actor, clientId);
    const { isPrimary } = await findRelationship(tx, actor, relationshipId);
    if (isPrimary && (await tx.relationship.count({ where: { clientId } })) > 1) {
      refuse("primary_contact", "contacts.refusals.primaryStays");
    }
    await tx.relationship.delete({ where: { id: relationshipId }, select: { id: true } });
    const subject = subjectOf(contactId);
    await record(tx, actor, { kind: "contact.unlinked", subject, clientIds: [clientId], data: { name } });
  });
}

const subjectOf = (contactId: string) => ({ kind: "contact", id: contactId });
const columnOf = (day: string | null) => (day === null ? null : dateColumn(day));

/**
 * Two people must not each make somebody else primary: changes to one client's contacts go one after the other. Not the
 * stronger lock: rows that point at the client hold its key already, and two of those would wait for each other.
 */
async function lockClient(tx: Tx, actor: Actor, clientId: string): Promise<void> {
  const found = await rows(
    sql`select id from clients where id = ${clientId}::uuid and deleted_at is null
      and ${inCentersSeen(actor, "contacts", sql`center_id`)} for no key update`,
    tx,
  );
  if (found.length === 0) refuse("not_found", "refusals.notFound");
}

async function findRelationship(tx: Tx, actor: Actor, id: string) {
  const found = await tx.relationship.findFirst({
    where: { id, client: { deletedAt: null, ...whereCentersSeen(actor, "contacts") }, contact: { deletedAt: null } },
    include: { contact: { select: { firstName: true, lastName: true } } },
  });
  if (!found) refuse("not_found", "refusals.notFound");
  const { contact, createdAt: _, id: __, ...fields } = found;
  const { validFrom, validTo } = fields;
  return {
    ...fields,
    name: fullName(contact),
    validFrom: localDateOrNull(validFrom),
    validTo: localDateOrNull(validTo),
  };
}
