import "server-only";
import type { z } from "zod";
import { requireReadable, writeCustomValues } from "@/lib/features/custom-fields/commands";
import { findCustomFields } from "@/lib/features/custom-fields/queries";
import { blankCustom, shownCustom } from "@/lib/features/custom-fields/rules";
import type { CustomValue } from "@/lib/features/custom-fields/schema";
import { dropDraft } from "@/lib/features/drafts/commands";
import { draftKeys } from "@/lib/features/drafts/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { refuseChangedMeanwhile } from "@/lib/platform/changed-meanwhile";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { changesBetween, type FieldChanges } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { fullName } from "@/lib/values/person-name";
import { keptPhone } from "@/lib/values/phone";
import { settleAddress } from "./merges/clashes/commands";
import { findContact } from "./queries";
import { contactFormValues } from "./record/rules";
import { linkContact } from "./relationships/commands";
import type { EditContactInput, NewContact, otherEmailInput, removeEmailInput } from "./schema";
import { contactsWhere } from "./scope";

/** Adds a person, in the given transaction where there is one, and links them to their client. Answers the id. */
export async function createContact(actor: Actor, input: NewContact, tx?: Tx): Promise<string> {
  if (!tx) return inTransaction((own) => createContact(actor, input, own));
  const { id = newId(), clientId, title = null, isOwner = false, isGuardian = false, custom, ...person } = input;
  const own = custom ? requireReadable(blankCustom(await findCustomFields("contact", tx)), custom) : [];
  await tx.contact.create({ data: { ...person, id, phone: keptPhone(person.phone) }, select: { id: true } });
  await writeCustomValues(tx, "contact", { recordId: id, fields: own });
  const name = fullName(person);
  const subject = { kind: "contact", id };
  await record(tx, actor, { kind: "contact.created", subject, clientIds: clientId ? [clientId] : [], data: { name } });
  if (clientId) await linkContact(actor, { clientId, contactId: id, title, isOwner, isGuardian }, tx);
  return id;
}

/** Changes a person's own data. Refused when somebody else saved in between. */
export async function editContact(actor: Actor, { contactId, version, ...fields }: EditContactInput): Promise<void> {
  await inTransaction(async (tx) => {
    await writeContact(tx, actor, { contactId, version, fields });
    await dropDraft(tx, actor, draftKeys.editContact(contactId));
  });
}

/** Takes the address from a contact, so that another with the same one can sign in by it. */
export async function removeContactEmail(
  actor: Actor,
  { contactId, version }: z.output<typeof removeEmailInput>,
): Promise<void> {
  await inTransaction((tx) => writeContact(tx, actor, { contactId, version, fields: { email: null } }));
}

type Change = {
  contactId: string;
  version: number;
  fields: Partial<Omit<EditContactInput, "contactId" | "version">>;
  /** The history entry whose old value this puts back. */
  restores?: string | undefined;
};

/** The same in a transaction that does more, of some fields only. */
export async function writeContact(
  tx: Tx,
  actor: Actor,
  { contactId, version, fields, restores }: Change,
): Promise<void> {
  const before = await findOwned(tx, actor, contactId);
  const { custom, ...person } = fields;
  const data = "phone" in person ? { ...person, phone: keptPhone(person.phone ?? null) } : person;
  const { count } = await tx.contact.updateMany({
    where: { id: contactId, version, deletedAt: null },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) await changedMeanwhile(tx, actor, contactId);
  const own = custom ? await writeOwn(tx, actor, { contactId, custom }) : { from: [], to: [] };
  const [from, to] = [shownCustom(own.from), shownCustom(own.to)];
  const changes = changesBetween<Record<string, unknown>>({ ...before.shown, ...from }, { ...data, ...to });
  if (changes) await recordChanges(tx, actor, { ...before, changes, restores });
  const address = changes?.email?.from;
  if (typeof address === "string") await settleAddress(tx, actor, address);
}

type Own = { contactId: string; custom: NonNullable<EditContactInput["custom"]> };

/** Answers what stood in the organization's own fields, and what stands there now. */
async function writeOwn(
  tx: Tx,
  actor: Actor,
  { contactId, custom }: Own,
): Promise<{ from: CustomValue[]; to: CustomValue[] }> {
  const from = (await findContact(actor, contactId, tx))?.custom ?? [];
  const to = requireReadable(from, custom);
  await writeCustomValues(tx, "contact", { recordId: contactId, fields: to });
  return { from, to };
}

/** Somebody was faster: nothing is overwritten, and both versions are shown. */
async function changedMeanwhile(tx: Tx, actor: Actor, contactId: string): Promise<never> {
  const contact = await findContact(actor, contactId, tx);
  if (!contact) refuse("not_found", "refusals.notFound");
  const current = { version: contact.version, values: contactFormValues(contact) };
  return refuseChangedMeanwhile(tx, { kind: "contact", id: contactId }, current);
}

/** Keeps a further address of a contact: mail goes to the first one, but the person is found by all. */
export async function addOtherEmail(
  actor: Actor,
  { contactId, email }: z.output<typeof otherEmailInput>,
): Promise<void> {
  await inTransaction(async (tx) => {
    const contact = await findOwned(tx, actor, contactId);
    const { count } = await tx.contactEmail.createMany({ data: [{ contactId, email }], skipDuplicates: true });
    if (count === 0) refuse("address_known", "contacts.refusals.addressKnown", { field: "email" });
    await recordChanges(tx, actor, { ...contact, changes: { otherEmails: { from: null, to: email } } });
  });
}

export async function removeOtherEmail(
  actor: Actor,
  { contactId, email }: z.output<typeof otherEmailInput>,
): Promise<void> {
  await inTransaction(async (tx) => {
    const contact = await findOwned(tx, actor, contactId);
    const { count } = await tx.contactEmail.deleteMany({ where: { contactId, email } });
    if (count === 0) refuse("not_found", "refusals.notFound");
    await recordChanges(tx, actor, { ...contact, changes: { otherEmails: { from: email, to: null } } });
    await settleAddress(tx, actor, email);
  });
}

type Owned = { id: string; name: string; clientIds: string[]; shown: Record<string, unknown> };

async function findOwned(tx: Tx, actor: Actor, contactId: string): Promise<Owned> {
  const contact = await tx.contact.findFirst({
    where: { AND: [{ id: contactId }, contactsWhere(actor)] },
    select: {
      firstName: true,
      lastName: true,
      email: true,
      phone: true,
      language: true,
      doNotMail: true,
      relationships: { select: { clientId: true }, orderBy: { createdAt: "asc" } },
    },
  });
  if (!contact) refuse("not_found", "refusals.notFound");
  const { relationships, ...shown } = contact;
  return { id: contactId, name: fullName(shown), clientIds: relationships.map(({ clientId }) => clientId), shown };
}

async function recordChanges(
  tx: Tx,
  actor: Actor,
  { id, name, clientIds, changes, restores }: Owned & { changes: FieldChanges; restores?: string | undefined },
) {
  await record(tx, actor, {
    kind: "contact.edited",
    subject: { kind: "contact", id },
    clientIds,
    data: { name, changes, ...(restores ? { restores } : {}) },
  });
}
