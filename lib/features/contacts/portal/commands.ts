import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import type { Locale } from "@/lib/values/locale";
import { displayPhone, keptPhone } from "@/lib/values/phone";
import { findOwnDetailsIn } from "./queries";
import type { EditOwnDetailsInput } from "./schema";

type OwnChange = Partial<Omit<EditOwnDetailsInput, "version"> & { email: string }>;

/**
 * Changes name, phone and language of the contact who asks, whatever the company setting says.
 * @throws {RefusalError} changed_meanwhile when staff saved in between
 */
export async function editOwnDetails(actor: Actor, { version, ...typed }: EditOwnDetailsInput): Promise<void> {
  if (actor.kind !== "contact") return refuse("not_permitted", "refusals.notPermitted");
  await inTransaction((tx) => writeOwnDetails(tx, actor, { contactId: actor.contactId, version, change: typed }));
}

/**
 * Writes a contact's own record and tells it in the data streams of all their clients.
 * @param version the one that was seen; without it the change is made over whatever stands.
 */
export async function writeOwnDetails(
  tx: Tx,
  actor: Actor,
  { contactId, version, change }: { contactId: string; version?: number; change: OwnChange },
): Promise<void> {
  const before = await findOwnDetailsIn(tx, contactId);
  const fields = change.phone === undefined ? change : { ...change, phone: phoneAfter(before.phone, change.phone) };
  const { count } = await tx.contact.updateMany({
    where: { id: contactId, deletedAt: null, ...(version === undefined ? {} : { version }) },
    data: { ...fields, version: { increment: 1 } },
  });
  if (count === 0) refuse("changed_meanwhile", "refusals.changedMeanwhile");
  const changes = changesBetween<Record<string, unknown>>(before, fields);
  if (!changes) return;
  const { clientIds } = before;
  const data = { name: before.name, changes };
  const subject = { kind: "contact", id: contactId };
  await record(tx, actor, { kind: "contact.edited-in-portal", subject, clientIds, data });
}

/** A number that was only shown in another notation has not changed. */
function phoneAfter(before: string | null, typed: string | null): string | null {
  return before !== null && typed === displayPhone(before) ? before : keptPhone(typed);
}

/** Keeps the language a contact chose with the contact: mails follow the person, not the browser. */
export async function chooseLanguage(actor: Actor, { language }: { language: Locale }): Promise<void> {
  if (actor.language === language) return;
  await inTransaction(async (tx) => {
    const contactId = await contactOf(tx, actor);
    if (contactId) await writeOwnDetails(tx, actor, { contactId, change: { language } });
  });
}

/** Also somebody who still has to choose a password must be able to read what to do. */
async function contactOf(tx: Tx, actor: Actor): Promise<string | null> {
  if (actor.kind === "contact") return actor.contactId;
  const id = actor.kind === "anonymous" ? actor.pending?.portalLoginId : null;
  if (!id) return null;
  return (await tx.portalLogin.findUnique({ where: { id }, select: { contactId: true } }))?.contactId ?? null;
}
