import "server-only";
import { findCenterMail, findCenterOfContact } from "@/lib/features/centers/queries";
import { writeOwnDetails } from "@/lib/features/contacts/portal/commands";
import { findOwnDetailsIn } from "@/lib/features/contacts/portal/queries";
import { findSettingIn } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import type { Actor, ContactActor } from "@/lib/platform/access/actor";
import { countTry, forgetTries } from "@/lib/platform/access/attempts";
import { spendLinks } from "@/lib/platform/access/one-time-links";
import { passwordMatches } from "@/lib/platform/access/passwords";
import { randomToken, tokenHash } from "@/lib/platform/access/tokens";
import { now } from "@/lib/platform/clock";
import { db, inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { env } from "@/lib/platform/env";
import { record } from "@/lib/platform/history/record";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { countAttempt } from "@/lib/platform/rate-limit";
import { refuse } from "@/lib/platform/refusal";
import { emailKey } from "@/lib/values/email-address";
import { newId } from "@/lib/values/id";
import { addSeconds } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { emailChangeLetter } from "./emails";
import { findEmailChange, isAnothersAddress } from "./queries";
import type { AskEmailChangeInput } from "./schema";

const LINK_LIFETIME_SECONDS = 24 * 3600;
const PER_DAY = 5;

/**
 * Asks for another address of the contact who asks. Nothing changes until the link in the mail to that address is
 * followed; whether somebody else has the address makes no difference here, so that nothing can be learnt (AU-03).
 * @throws {RefusalError} wrong_password, same_address, too_many_attempts
 */
export async function askEmailChange(actor: Actor, { email, password }: AskEmailChangeInput): Promise<void> {
  if (actor.kind !== "contact") return refuse("not_permitted", "refusals.notPermitted");
  const { contactId } = actor;
  await checkPassword(actor, password);
  await countAttempt(`email-change:${contactId}`, { limit: PER_DAY, windowSeconds: 24 * 3600 });
  const token = randomToken();
  await inTransaction(async (tx) => {
    const own = await findOwnDetailsIn(tx, contactId);
    if (own.email === email) refuse("same_address", "portal.refusals.sameAddress", { field: "email" });
    await spendChanges(tx, contactId);
    const at = now();
    const dates = { createdAt: at, expiresAt: addSeconds(at, LINK_LIFETIME_SECONDS) };
    await tx.emailChange.create({ data: { contactId, email, tokenHash: tokenHash(token), ...dates } });
    const source = `email-change:${newId()}`;
    await mailLetter(tx, {
      key: "confirm",
      contact: { ...own, id: contactId },
      to: email,
      source,
      path: paths.portal.confirmEmail(token),
    });
    const subject = { kind: "contact", id: contactId };
    await record(tx, actor, { kind: "contact.email-change-asked", subject, data: { name: own.name } });
  });
}

async function checkPassword(actor: ContactActor, password: string): Promise<void> {
  const { portalLoginId } = actor;
  await countTry(actor, { door: "confirm", name: portalLoginId });
  const login = await db.portalLogin.findUnique({ where: { id: portalLoginId }, select: { passwordHash: true } });
  if (!(await passwordMatches(password, login?.passwordHash ?? null)))
    refuse("wrong_password", "portal.refusals.wrongPassword", { field: "password" });
  await forgetTries({ door: "confirm", name: portalLoginId });
}

/**
 * Makes a confirmed address the contact's own; both mailboxes hear of it, and what was mailed to the old one ends.
 * Only here, where the mailbox is shown to be theirs, may they learn that another record of ours has the address.
 * @throws {RefusalError} link_spent, address_shared
 */
export async function confirmEmailChange(actor: Actor, { token }: { token: string }): Promise<void> {
  if (actor.kind !== "contact") return refuse("not_permitted", "refusals.notPermitted");
  const { contactId, portalLoginId } = actor;
  await inTransaction(async (tx) => {
    const change = await findEmailChange(actor, { token }, tx);
    if (!change) return refuse("link_spent", "portal.refusals.emailLinkSpent");
    const { email } = change;
    // Two people must not be given one address at the same instant.
    await execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`portal-name:${emailKey(email)}`}, 0))`, tx);
    if (await isAnothersAddress(tx, { email, contactId })) refuse("address_shared", "portal.refusals.addressShared");
    if ((await spendChanges(tx, contactId)) === 0) refuse("link_spent", "portal.refusals.emailLinkSpent");
    await spendLinks(tx, { portalLoginId });
    const open = { contactId, usedAt: null, supersededAt: null };
    await tx.passcode.updateMany({ where: open, data: { supersededAt: now() } });
    const before = await findOwnDetailsIn(tx, contactId);
    await writeOwnDetails(tx, actor, { contactId, change: { email } });
    await tellBoth(tx, { ...before, id: contactId, changeId: change.id, after: email });
  });
}

/** Ends every open change of one contact; of two that confirm together, one finds none left. */
async function spendChanges(tx: Tx, contactId: string): Promise<number> {
  const { count } = await tx.emailChange.updateMany({ where: { contactId, usedAt: null }, data: { usedAt: now() } });
  return count;
}

type Told = Awaited<ReturnType<typeof findOwnDetailsIn>> & { id: string; changeId: string; after: string };

async function tellBoth(tx: Tx, { changeId, after, ...contact }: Told): Promise<void> {
  const source = `email-changed:${changeId}`;
  for (const to of [contact.email, after]) {
    if (to) await mailLetter(tx, { key: "changed", contact, to, source, path: paths.portal.home });
  }
}

type LetterToMail = {
  key: "confirm" | "changed";
  contact: { id: string; name: string; firstName: string; language: string };
  to: string;
  source: string;
  path: string;
};

async function mailLetter(tx: Tx, { to, source, path, ...letter }: LetterToMail): Promise<void> {
  const link = new URL(path, env().APP_ORIGIN).href;
  const words = await translatorFor(letter.contact.language);
  const organization = (await findSettingIn(tx, "organization")).name;
  const { brand, replyTo } = await findCenterMail(tx, await findCenterOfContact(tx, letter.contact.id));
  const written = await emailChangeLetter({ ...letter, organization, brand, link, words });
  await queueMail(tx, {
    source,
    to: { email: to, name: letter.contact.name },
    priority: MAIL_PRIORITY.single,
    holdsSecret: letter.key === "confirm",
    replyTo,
    ...written,
  });
}
