import "server-only";
import { findCenterOfContact } from "@/lib/features/centers/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { systemLetter } from "@/lib/features/templates/queries";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/platform/access/actor";
import { acceptPassword } from "@/lib/platform/access/choose-password";
import { newTemporaryPassword } from "@/lib/platform/access/one-time-codes";
import { issueLink } from "@/lib/platform/access/one-time-links";
import { hashPassword } from "@/lib/platform/access/passwords";
import { endSignIns } from "@/lib/platform/access/sign-ins";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { record } from "@/lib/platform/history/record";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { refuse } from "@/lib/platform/refusal";
import { emailKey } from "@/lib/values/email-address";
import { formatDateTime } from "@/lib/values/format";
import { newId } from "@/lib/values/id";
import { addMinutes } from "@/lib/values/instant";
import { portalPasswordContext } from "./passwords/queries";
import { findPeopleNamed, findPortalLoginIn, listClientIdsOf } from "./queries";
import { TEMPORARY_HOURS } from "./rules";
import type { PortalLoginState, TemporaryPasswordInput, WelcomeBlocker } from "./schema";

type PortalKind =
  | "portal-login.temporary-password-given"
  | "portal-login.welcomed"
  | "portal-login.removed"
  | "portal-login.allowed";

const subjectOf = (contactId: string) => ({ kind: "contact", id: contactId });

async function tell(tx: Tx, actor: Actor, { kind, login }: { kind: PortalKind; login: PortalLoginState }) {
  const { contactId, name } = login;
  const clientIds = await listClientIdsOf(tx, contactId);
  await record(tx, actor, { kind, subject: subjectOf(contactId), data: { name }, clientIds });
}

/** The login's facts, its contact locked so that two people do not change it at once. */
async function lockLogin(tx: Tx, actor: Actor, contactId: string): Promise<PortalLoginState> {
  await tx.$queryRaw`SELECT id FROM contacts WHERE id = ${contactId}::uuid FOR UPDATE`;
  return (await findPortalLoginIn(tx, actor, contactId)) ?? refuse("not_found", "refusals.notFound");
}

/** Two people must not be given one name at the same instant. */
async function lockName(tx: Tx, name: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`portal-name:${emailKey(name)}`}, 0))`;
}

/**
 * Gives a contact a username, and with it a way in where there was none.
 * @throws {RefusalError} not_found, username_taken
 */
export async function setUsername(actor: Actor, input: { contactId: string; username: string }) {
  await inTransaction((tx) => writeUsername(tx, actor, input));
}

/** The same in a transaction that does more. */
export async function writeUsername(
  tx: Tx,
  actor: Actor,
  { contactId, username }: { contactId: string; username: string },
): Promise<void> {
  await lockName(tx, username);
  const login = await lockLogin(tx, actor, contactId);
  const others = await tx.portalLogin.findFirst({
    where: { username, contactId: { not: contactId } },
    select: { id: true },
  });
  if (others) refuse("username_taken", "portal-logins.refusals.usernameTaken", { field: "username" });
  await openLogin(tx, contactId, { username });
  const clientIds = await listClientIdsOf(tx, contactId);
  const data = { name: login.name, username };
  await record(tx, actor, { kind: "portal-login.username-set", subject: subjectOf(contactId), data, clientIds });
}

type LoginChange = { username?: string; passwordHash?: string; temporaryUntil?: Date; vouchedAt?: Date };

async function openLogin(tx: Tx, contactId: string, change: LoginChange): Promise<string> {
  await tx.contact.update({ where: { id: contactId }, data: { portalAllowed: true }, select: { id: true } });
  const { id } = await tx.portalLogin.upsert({
    where: { contactId },
    create: { contactId, ...change },
    update: change,
    select: { id: true },
  });
  return id;
}

/**
 * Gives a contact a temporary password, typed or made here, to be told to them: it works for 72 hours, lets them in
 * by their address although others share it, and must be replaced at once.
 * @returns the password, to be shown this one time, and in words until when it works.
 * @throws {RefusalError} not_found, not_active, shared_address, password_too_short and its like
 */
export async function giveTemporaryPassword(
  actor: Actor,
  { contactId, password: typed }: TemporaryPasswordInput,
): Promise<{ password: string; until: string }> {
  const password = typed || newTemporaryPassword();
  const context = await portalPasswordContext(contactId);
  const passwordHash = typed ? await acceptPassword(typed, { context }) : await hashPassword(password);
  const at = now();
  const until = addMinutes(at, TEMPORARY_HOURS * 60);
  await inTransaction(async (tx) => {
    const before = await lockLogin(tx, actor, contactId);
    if (!before.active) refuse("not_active", "portal-logins.refusals.notActive", { values: { name: before.name } });
    await refuseSecondVoucher(tx, before);
    const portalLoginId = await openLogin(tx, contactId, { passwordHash, temporaryUntil: until, vouchedAt: at });
    await endSignIns(tx, { portalLoginId });
    await tell(tx, actor, { kind: "portal-login.temporary-password-given", login: before });
  });
  const { timeZone } = await findSetting("organization");
  return { password, until: formatDateTime(until, { locale: "en", zone: timeZone, showZone: true }) };
}

/** By one address only one person can be let in; a second one needs a username. */
async function refuseSecondVoucher(tx: Tx, login: PortalLoginState): Promise<void> {
  if (login.username) return;
  if (!login.email) refuse("no_name", "portal-logins.refusals.noName", { values: { name: login.name } });
  await lockName(tx, login.email);
  const people = await findPeopleNamed(login.email, { tx });
  const other = people.find(({ contactId, vouchedAt }) => contactId !== login.contactId && vouchedAt !== null);
  if (!other) return;
  const values = { name: `${other.firstName} ${other.lastName}` };
  refuse("shared_address", "portal-logins.refusals.sharedAddress", { values });
}

const BLOCKERS: Record<WelcomeBlocker, string> = {
  not_active: "portal-logins.refusals.welcomeNotActive",
  no_email: "portal-logins.refusals.welcomeNoEmail",
  shared_address: "portal-logins.refusals.welcomeSharedAddress",
};

/**
 * Mails a contact the welcome: username, and a link of seven days to choose a password. Never a password.
 * @throws {RefusalError} not_found; not_active, no_email, shared_address with the reason, and nothing is sent
 */
export async function sendPortalWelcome(actor: Actor, input: { contactId: string }): Promise<void> {
  await inTransaction((tx) => writeWelcome(tx, actor, input));
}

/** The same in a transaction that does more. */
export async function writeWelcome(tx: Tx, actor: Actor, { contactId }: { contactId: string }): Promise<void> {
  const login = await lockLogin(tx, actor, contactId);
  const blocker = login.welcomeBlocker;
  if (blocker || !login.email) {
    const reason = blocker ?? "no_email";
    return refuse(reason, BLOCKERS[reason], { values: { name: login.name } });
  }
  const portalLoginId = await openLogin(tx, contactId, {});
  const token = await issueLink(tx, { portalLoginId });
  await mailWelcome(tx, { contactId, to: login.email, username: login.username ?? login.email, token });
  await tell(tx, actor, { kind: "portal-login.welcomed", login });
}

type Welcome = { contactId: string; to: string; username: string; token: string };

async function mailWelcome(tx: Tx, { contactId, to, username, token }: Welcome): Promise<void> {
  const { firstName, lastName, language } = await tx.contact.findUniqueOrThrow({
    where: { id: contactId },
    select: { firstName: true, lastName: true, language: true },
  });
  const name = `${firstName} ${lastName}`;
  const LINK = new URL(paths.portal.welcome(token), env().APP_ORIGIN).href;
  const values = { CONTACT_FIRST_NAME: firstName, CONTACT_NAME: name, USERNAME: username, LINK };
  const centerId = await findCenterOfContact(tx, contactId);
  const letter = await systemLetter(tx, { key: "welcome-contact", language, values, centerId });
  const source = `welcome-contact:${newId()}`;
  await queueMail(tx, {
    source,
    to: { email: to, name },
    priority: MAIL_PRIORITY.single,
    holdsSecret: true,
    ...letter,
  });
}

/**
 * Takes a contact's way into the portal: username, password and sign-ins go, everything else about the contact and
 * its clients stays (S3-27).
 */
export async function removePortalLogin(actor: Actor, { contactId }: { contactId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const login = await lockLogin(tx, actor, contactId);
    await tx.portalLogin.deleteMany({ where: { contactId } });
    await tx.contact.update({ where: { id: contactId }, data: { portalAllowed: false }, select: { id: true } });
    await tell(tx, actor, { kind: "portal-login.removed", login });
  });
}

/** Lets a contact whose login was removed help themself by "Forgot Password" again. */
export async function allowPortalLogin(actor: Actor, { contactId }: { contactId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const login = await lockLogin(tx, actor, contactId);
    await tx.contact.update({ where: { id: contactId }, data: { portalAllowed: true }, select: { id: true } });
    await tell(tx, actor, { kind: "portal-login.allowed", login });
  });
}
