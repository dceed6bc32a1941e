import "server-only";
import { findCenterOfContact } from "@/lib/features/centers/queries";
import { clashKey } from "@/lib/features/contacts/duplicates/rules";
import { outcomeFor, PASSCODE_MINUTES } from "@/lib/features/portal-logins/passcodes/rules";
import { findPeopleNamed, listClientIdsOf, type PortalPerson } from "@/lib/features/portal-logins/queries";
import { createTask } from "@/lib/features/tasks/commands";
import { systemLetter } from "@/lib/features/templates/queries";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/platform/access/actor";
import { newPasscode } from "@/lib/platform/access/one-time-codes";
import { hashPassword } from "@/lib/platform/access/passwords";
import { now } from "@/lib/platform/clock";
import { db, inTransaction, type Tx } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { record } from "@/lib/platform/history/record";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { addMinutes, isBefore } from "@/lib/values/instant";

const DAY_MINUTES = 24 * 60;

/**
 * Finds out whom a passcode was asked for, and mails it to the one contact who has the address and may enter. Where
 * several have it nothing is mailed and staff get a task. A second run finds the question answered and does nothing.
 */
export async function answerPasscode(actor: Actor, { passcodeId }: { passcodeId: string }): Promise<void> {
  const at = now();
  const asked = await db.passcode.findFirst({
    where: { id: passcodeId, typedAddress: { not: null }, supersededAt: null },
    select: { id: true, typedAddress: true, addressHash: true, expiresAt: true },
  });
  if (!asked?.typedAddress || !isBefore(at, asked.expiresAt)) return;
  const { id, typedAddress, addressHash } = asked;
  const people = (await findPeopleNamed(typedAddress)).filter(({ by }) => by === "email");
  const [person] = people;
  // Made for everybody: while it hashes, the process is slower, and that must not tell who has access.
  const code = newPasscode();
  const codeHash = await hashPassword(code);
  const outcome = outcomeFor(people, { askedAt: await sentBefore(person?.contactId ?? null, at), now: at });
  if (outcome === "mail" && person) return mailPasscode(actor, person, { id, code, codeHash });
  await inTransaction(async (tx) => {
    if (!(await forgetAddress(tx, id))) return;
    if (outcome === "several") await reportClash(tx, actor, { people, addressHash });
    const subject = { kind: "contact", id: outcome === "several" ? null : (person?.contactId ?? null) };
    await record(tx, actor, { kind: "access.passcode-failed", subject, data: { reason: outcome } });
  });
}

/** When this contact was mailed passcodes within a day, under whichever address. */
async function sentBefore(contactId: string | null, at: Date): Promise<Date[]> {
  if (!contactId) return [];
  const found = await db.passcode.findMany({
    where: { contactId, createdAt: { gt: addMinutes(at, -DAY_MINUTES) } },
    take: 50,
    select: { createdAt: true },
  });
  return found.map(({ createdAt }) => createdAt);
}

/** What was typed is kept no longer than it takes to look it up; false when that was done before. */
async function forgetAddress(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.passcode.updateMany({
    where: { id, typedAddress: { not: null }, supersededAt: null },
    data: { typedAddress: null },
  });
  return count === 1;
}

type NewPasscode = { id: string; code: string; codeHash: string };

async function mailPasscode(actor: Actor, person: PortalPerson, { id, code, codeHash }: NewPasscode): Promise<void> {
  const { contactId, firstName, lastName, language } = person;
  const name = `${firstName} ${lastName}`;
  // After the "#", so that no server or proxy on the way writes the code into a log.
  const LINK = `${new URL(paths.portal.enterPasscode, env().APP_ORIGIN).href}#${code}`;
  const values = { CONTACT_FIRST_NAME: firstName, PASSCODE: code, MINUTES: String(PASSCODE_MINUTES), LINK };
  await inTransaction(async (tx) => {
    if (!(await forgetAddress(tx, id))) return;
    await tx.passcode.updateMany({
      where: { contactId, id: { not: id }, usedAt: null, supersededAt: null },
      data: { supersededAt: now() },
    });
    await tx.passcode.update({ where: { id }, data: { codeHash, contactId }, select: { id: true } });
    const centerId = await findCenterOfContact(tx, contactId);
    const letter = await systemLetter(tx, { key: "passcode", language, values, centerId });
    const to = { email: person.matched, name };
    await queueMail(tx, {
      source: `passcode:${id}`,
      to,
      priority: MAIL_PRIORITY.passcode,
      holdsSecret: true,
      ...letter,
    });
    const subject = { kind: "contact", id: contactId };
    const clientIds = await listClientIdsOf(tx, contactId);
    await record(tx, actor, { kind: "portal-login.passcode-sent", subject, data: { name }, clientIds });
  });
}

type Clash = { people: readonly PortalPerson[]; addressHash: string };

async function reportClash(tx: Tx, actor: Actor, { people, addressHash }: Clash): Promise<void> {
  const [first] = people;
  if (!first) return;
  const words = await translatorFor("en");
  const names = people.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(", ");
  await createTask(tx, actor, {
    subject: words("portal-logins.clash.subject", { address: first.matched, count: people.length }),
    details: words("portal-logins.clash.details", { names }),
    priority: "HIGH",
    about: { kind: "contact", id: first.contactId },
    dedupeKey: clashKey(addressHash),
  });
}
