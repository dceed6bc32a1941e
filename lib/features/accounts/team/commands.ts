import "server-only";
import { setPractitionerStatus } from "@/lib/features/practitioners/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { spendLinks } from "@/lib/platform/access/one-time-links";
import { endSignIns } from "@/lib/platform/access/sign-ins";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { refuse } from "@/lib/platform/refusal";
import { emailKey } from "@/lib/values/email-address";
import { newId } from "@/lib/values/id";
import type { CreateAccountInput } from "./schema";

type Person = { name: string; status: "ACTIVE" | "INACTIVE"; role: string };

async function findPerson(tx: Tx, accountId: string): Promise<Person> {
  // Locked, so that two administrators cannot inactivate each other at once.
  const [found] = await tx.$queryRaw<Person[]>`
    SELECT first_name || ' ' || last_name AS name, status::text AS status, role::text AS role
    FROM accounts WHERE id = ${accountId}::uuid FOR UPDATE`;
  return found ?? refuse("not_found", "refusals.notFound");
}

/**
 * Makes an account; it has no password until its owner chooses one by the link of the welcome mail.
 * @returns its id.
 * @throws {RefusalError} email_taken, practitioner_taken
 */
export async function createAccount(actor: Actor, input: CreateAccountInput): Promise<string> {
  const { firstName, lastName, email, role, practitionerId, welcome } = input;
  return inTransaction(async (tx) => {
    const taken = await tx.account.findUnique({ where: { email: emailKey(email) }, select: { id: true } });
    if (taken) refuse("email_taken", "accounts.refusals.emailTaken", { field: "email" });
    const { id } = await tx.account.create({ data: { firstName, lastName, email, role }, select: { id: true } });
    if (practitionerId) await linkPractitioner(tx, { accountId: id, practitionerId });
    const name = `${firstName} ${lastName}`;
    await record(tx, actor, { kind: "account.created", subject: { kind: "account", id }, data: { name, email, role } });
    if (welcome) await promiseWelcome(tx, actor, { accountId: id, name });
    return id;
  });
}

async function linkPractitioner(tx: Tx, { accountId, practitionerId }: { accountId: string; practitionerId: string }) {
  const { count } = await tx.practitioner.updateMany({
    where: { id: practitionerId, accountId: null },
    data: { accountId },
  });
  if (count === 0) refuse("practitioner_taken", "accounts.refusals.practitionerTaken", { field: "practitionerId" });
}

async function promiseWelcome(tx: Tx, actor: Actor, { accountId, name }: { accountId: string; name: string }) {
  await enqueue(tx, "account.send-letter", { accountId, letter: "welcome", cause: newId() });
  await record(tx, actor, { kind: "account.welcomed", subject: { kind: "account", id: accountId }, data: { name } });
}

/**
 * Mails the welcome, with the link to choose a password, to an active account.
 * @throws {RefusalError} not_found, account_inactive
 */
export async function sendAccountWelcome(actor: Actor, { accountId }: { accountId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const { name, status } = await findPerson(tx, accountId);
    if (status !== "ACTIVE") refuse("account_inactive", "accounts.refusals.welcomeInactive", { values: { name } });
    await promiseWelcome(tx, actor, { accountId, name });
  });
}

/**
 * Ends an account: it is signed out everywhere at the next request and cannot come back until it is activated again.
 * @throws {RefusalError} not_found, own_account, last_administrator
 */
export async function inactivateAccount(actor: Actor, { accountId }: { accountId: string }): Promise<void> {
  await inTransaction((tx) => closeAccount(tx, actor, accountId));
}

/** The same in a transaction that does more. @throws {RefusalError} not_found, own_account, last_administrator */
export async function closeAccount(tx: Tx, actor: Actor, accountId: string): Promise<void> {
  if (actor.kind === "account" && actor.accountId === accountId) refuse("own_account", "accounts.refusals.ownAccount");
  await holdAdministrators(tx);
  const { name, status, role } = await findPerson(tx, accountId);
  if (status === "INACTIVE") return;
  if (role === "ADMINISTRATOR") await requireAnotherAdministrator(tx, { accountId, name });
  await changeStatus(tx, actor, { accountId, name, to: "INACTIVE" });
  await revokeEveryDoor(tx, accountId);
  const practitioner = await tx.practitioner.findUnique({ where: { accountId }, select: { id: true } });
  if (practitioner) await setPractitionerStatus(tx, actor, { practitionerId: practitioner.id, status: "INACTIVE" });
}

/** Whoever takes powers from an administrator goes one after the other, or each would see the other one stay. */
export async function holdAdministrators(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT id FROM accounts WHERE role = 'ADMINISTRATOR' ORDER BY id FOR UPDATE`;
}

/**
 * Refuses to take the last active administrator's powers; the caller holds all of them.
 * @throws {RefusalError} last_administrator
 */
export async function requireAnotherAdministrator(
  tx: Tx,
  { accountId, name }: { accountId: string; name: string },
): Promise<void> {
  const others = await tx.account.count({ where: { role: "ADMINISTRATOR", status: "ACTIVE", id: { not: accountId } } });
  if (others === 0) refuse("last_administrator", "accounts.refusals.lastAdministrator", { values: { name } });
}

/**
 * Closes every way in that an account has: its sign-ins and the links sent to it. API keys and calendar links are closed
 * here too, so that nobody who ends an account has to think of them.
 */
export async function revokeEveryDoor(tx: Tx, accountId: string): Promise<number> {
  await spendLinks(tx, { accountId });
  return endSignIns(tx, { accountId });
}

/** Signs somebody out everywhere without closing the account. Answers how many sign-ins ended. */
export async function endSignInsOf(actor: Actor, { accountId }: { accountId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const { name } = await findPerson(tx, accountId);
    const count = await endSignIns(tx, { accountId });
    const subject = { kind: "account", id: accountId };
    await record(tx, actor, { kind: "account.sign-ins-ended", subject, data: { name, count } });
  });
}

/** Lets an inactive account sign in again, with the password it had. Its practitioner stays as it is: that is another decision. */
export async function reactivateAccount(actor: Actor, { accountId }: { accountId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const { name, status } = await findPerson(tx, accountId);
    if (status === "INACTIVE") await changeStatus(tx, actor, { accountId, name, to: "ACTIVE" });
  });
}

type StatusChange = { accountId: string; name: string; to: "ACTIVE" | "INACTIVE" };

async function changeStatus(tx: Tx, actor: Actor, { accountId, name, to }: StatusChange) {
  await tx.account.update({ where: { id: accountId }, data: { status: to }, select: { id: true } });
  const from = to === "ACTIVE" ? "INACTIVE" : "ACTIVE";
  const subject = { kind: "account", id: accountId };
  await record(tx, actor, { kind: "account.status-changed", subject, data: { name, from, to } });
}
