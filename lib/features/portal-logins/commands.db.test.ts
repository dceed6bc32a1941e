import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { tokenHash } from "@/lib/platform/access/tokens";
import { db } from "@/lib/platform/db/db";
import { accountActor, anonymousActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { PASSWORD } from "@/prisma/factories/people";
import { allowPortalLogin, giveTemporaryPassword, removePortalLogin, sendPortalWelcome, setUsername } from "./commands";
import { choosePortalPassword, sendNewPortalLink } from "./passwords/commands";
import { findPortalLogin } from "./queries";
import { signInToPortal } from "./sign-ins/commands";

const clock = path.join(process.env.DATA_DIR ?? "", "clock");
process.env.CLOCK_FILE = clock;
const setTime = (at: string | null) => writeFileSync(clock, at ?? "");
afterEach(() => setTime(null));

const staff = accountActor("staff");
const nobody = anonymousActor({ ip: "192.0.2.1" });
const OWN = "seven grey herons waited";
const codeOf = async (attempt: Promise<unknown>) =>
  attempt.then(() => "ok").catch((error) => error.code ?? String(error));
const enter = (name: string, password: string) => signInToPortal(nobody, { name, password }, { userAgent: null });
const signIn = (name: string, password = PASSWORD) => codeOf(enter(name, password));
let made = 0;

async function newcomer(options: { email?: string | null; standing?: "ACTIVE" | "INACTIVE" | "PROSPECT" } = {}) {
  const client = await make.client({ standing: options.standing ?? "ACTIVE" });
  const email = options.email === undefined ? `person${++made}@example.org` : options.email;
  const contact = await make.contact({ email });
  await make.relationship({ clientId: client.id, contactId: contact.id, isOwner: true });
  return { client, contact, contactId: contact.id, email: email ?? "" };
}

async function pendingOf(token: string) {
  const signIn = await db.signIn.findUniqueOrThrow({ where: { tokenHash: tokenHash(token) } });
  const pending = {
    step: "set-password" as const,
    signInId: signIn.id,
    accountId: null,
    portalLoginId: signIn.portalLoginId,
  };
  return anonymousActor({ pending });
}

async function mailedToken(to: string): Promise<string> {
  const mail = await db.outboxMail.findFirstOrThrow({ where: { toEmail: to }, orderBy: { createdAt: "desc" } });
  return /welcome\/([\w-]+)/.exec(mail.text)?.[1] ?? "";
}

describe("signing in to the portal", () => {
  it("S3-08 S3-18 works by address and by username, in any letter case", async () => {
    const { contact } = await make.clientWithOwner();
    await setUsername(staff, { contactId: contact.id, username: "Carla.C" });
    expect(await signIn(` ${contact.email?.toUpperCase()} `)).toBe("ok");
    expect(await signIn("carla.c")).toBe("ok");
  });

  it("S3-11 S3-13 S3-17 is refused, with one and the same answer, to everybody who may not", async () => {
    const inactive = await make.clientWithOwner({ standing: "INACTIVE" });
    const prospect = await make.clientWithOwner({ standing: "PROSPECT" });
    await setUsername(staff, { contactId: prospect.contact.id, username: "prospect" });
    const without = await newcomer();
    const active = await make.clientWithOwner();
    const attempts = [
      enter(inactive.contact.email ?? "", PASSWORD),
      enter("prospect", PASSWORD),
      enter(without.email, PASSWORD),
      enter(active.contact.email ?? "", "wrong wrong wrong"),
      enter("nobody@example.org", PASSWORD),
    ];
    const answers = await Promise.all(
      attempts.map((attempt) => attempt.catch((error) => `${error.code} ${error.messageKey}`)),
    );
    expect(new Set(answers)).toEqual(new Set(["sign_in_failed sign-in.refusals.failedPortal"]));
  });

  it("S2-03 stops by address while a duplicate has it, and goes on by username", async () => {
    const { contact } = await make.clientWithOwner();
    const email = contact.email ?? "";
    await setUsername(staff, { contactId: contact.id, username: "only-me" });
    const duplicate = await make.contact({ email: email.toUpperCase() });
    expect(await signIn(email)).toBe("sign_in_failed");
    expect(await signIn("only-me")).toBe("ok");
    await db.contact.update({ where: { id: duplicate.id }, data: { email: null } });
    expect(await signIn(email)).toBe("ok");
  });
});

describe("a temporary password", () => {
  it("S2-11 S2-12 lets the one person in although duplicates remain, and must be replaced", async () => {
    const { contactId, email } = await newcomer();
    await newcomer({ email });
    const { password } = await giveTemporaryPassword(staff, { contactId, password: "" });
    const first = await enter(email, password);
    expect(first.mustSetPassword).toBe(true);
    const waiting = await pendingOf(first.token);
    const browser = { browserToken: null, userAgent: null };
    expect(await codeOf(choosePortalPassword(waiting, { password: OWN }, browser))).toBe("ok");
    expect(await signIn(email, password)).toBe("sign_in_failed");
    expect((await enter(email, OWN)).mustSetPassword).toBe(false);
    expect((await findPortalLogin(staff, contactId))?.sharedWith).toBe(1);
  });

  it("AU-09 lives 72 hours and follows the rules for passwords", async () => {
    const { contactId, email } = await newcomer();
    expect(await codeOf(giveTemporaryPassword(staff, { contactId, password: "short" }))).toBe("password_too_short");
    setTime("2026-03-02T15:00:00Z");
    const { password } = await giveTemporaryPassword(staff, { contactId, password: "told over the phone" });
    setTime("2026-03-05T14:59:00Z");
    expect(await signIn(email, password)).toBe("ok");
    setTime("2026-03-05T15:00:01Z");
    expect(await signIn(email, password)).toBe("sign_in_failed");
  });

  it("AU-09 stands in no mail, no history entry and no column", async () => {
    const { contactId } = await newcomer();
    const { password } = await giveTemporaryPassword(staff, { contactId, password: "" });
    const [history, mails, login] = await Promise.all([
      db.historyEntry.findMany(),
      db.outboxMail.findMany(),
      db.portalLogin.findUnique({ where: { contactId }, omit: { passwordHash: false } }),
    ]);
    expect(JSON.stringify([history, mails, login])).not.toContain(password);
    expect(history.some(({ kind }) => kind === "portal-login.temporary-password-given")).toBe(true);
  });

  it("AU-08 vouches for one of two who share an address, also when staff act at once", async () => {
    const { contactId: first, email } = await newcomer();
    const { contactId: second } = await newcomer({ email });
    const give = (contactId: string) => codeOf(giveTemporaryPassword(staff, { contactId, password: "" }));
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => give(index % 2 ? first : second)));
    expect(new Set(answers)).toEqual(new Set(["ok", "shared_address"]));
    const logins = await db.portalLogin.findMany({
      where: { contactId: { in: [first, second] }, vouchedAt: { not: null } },
    });
    expect(logins).toHaveLength(1);
    const other = logins[0]?.contactId === first ? second : first;
    await setUsername(staff, { contactId: other, username: "the-other-one" });
    expect(await give(other)).toBe("ok");
  }, 30_000);

  it("is refused for somebody who could not sign in with it", async () => {
    const { contactId } = await newcomer({ standing: "PROSPECT" });
    expect(await codeOf(giveTemporaryPassword(staff, { contactId, password: "" }))).toBe("not_active");
    const nameless = await newcomer({ email: null });
    expect(await codeOf(giveTemporaryPassword(staff, { contactId: nameless.contactId, password: "" }))).toBe("no_name");
  });
});

describe("a username", () => {
  it("belongs to one living login, whatever its letter case and however many ask at once", async () => {
    const contacts = await Promise.all(Array.from({ length: 8 }, () => newcomer()));
    const answers = await Promise.all(
      contacts.map(({ contactId }, index) =>
        codeOf(setUsername(staff, { contactId, username: index % 2 ? "Taken" : "taken" })),
      ),
    );
    expect(answers.filter((answer) => answer === "ok")).toHaveLength(1);
    expect(answers.filter((answer) => answer === "username_taken")).toHaveLength(7);
  });

  it("S3-27 AZ-10 deleted takes the login away at once and changes nothing else", async () => {
    const { client, contact, login } = await make.clientWithOwner();
    await setUsername(staff, { contactId: contact.id, username: "to-be-deleted" });
    await enter("to-be-deleted", PASSWORD);
    const before = await db.client.findUniqueOrThrow({ where: { id: client.id }, include: { relationships: true } });
    const contactBefore = await db.contact.findUniqueOrThrow({ where: { id: contact.id } });
    await removePortalLogin(staff, { contactId: contact.id });
    expect(await db.signIn.count({ where: { portalLoginId: login.id } })).toBe(0);
    expect(await signIn("to-be-deleted")).toBe("sign_in_failed");
    expect(await signIn(contact.email ?? "")).toBe("sign_in_failed");
    expect(await db.client.findUniqueOrThrow({ where: { id: client.id }, include: { relationships: true } })).toEqual(
      before,
    );
    const { updatedAt: _, ...after } = await db.contact.findUniqueOrThrow({ where: { id: contact.id } });
    expect(after).toEqual({ ...contactBefore, portalAllowed: false, updatedAt: undefined });
    expect((await findPortalLogin(staff, contact.id))?.allowed).toBe(false);
    await allowPortalLogin(staff, { contactId: contact.id });
    expect((await findPortalLogin(staff, contact.id))?.allowed).toBe(true);
  });
});

describe("the welcome email of a contact", () => {
  it("S3-48 S3-49 carries the username and a link, never a password; the link works once", async () => {
    const { contactId, email } = await newcomer();
    await setUsername(staff, { contactId, username: "welcome.me" });
    await sendPortalWelcome(staff, { contactId });
    const mail = await db.outboxMail.findFirstOrThrow({ where: { toEmail: email } });
    expect(mail.text).toContain("welcome.me");
    const token = await mailedToken(email);
    const browser = { browserToken: null, userAgent: null };
    expect(await codeOf(choosePortalPassword(nobody, { password: OWN, token }, browser))).toBe("ok");
    expect(await codeOf(choosePortalPassword(nobody, { password: OWN, token }, browser))).toBe("no_right");
    expect(await signIn("welcome.me", OWN)).toBe("ok");
  });

  it("S3-52 S3-53 is not sent, with the reason, unless a client is active; then it is", async () => {
    for (const standing of ["INACTIVE", "PROSPECT"] as const) {
      const { client, contactId, email } = await newcomer({ standing });
      expect(await codeOf(sendPortalWelcome(staff, { contactId }))).toBe("not_active");
      expect(await db.outboxMail.count({ where: { toEmail: email } })).toBe(0);
      expect((await findPortalLogin(staff, contactId))?.welcomeBlocker).toBe("not_active");
      await db.client.update({ where: { id: client.id }, data: { statusId: await make.statusId("ACTIVE") } });
      expect(await codeOf(sendPortalWelcome(staff, { contactId }))).toBe("ok");
      expect(await db.outboxMail.count({ where: { toEmail: email } })).toBe(1);
    }
  });

  it("S3-51 an old link offers a new one, and the old one stays dead", async () => {
    const { contactId, email } = await newcomer();
    setTime("2026-03-02T15:00:00Z");
    await sendPortalWelcome(staff, { contactId });
    const old = await mailedToken(email);
    setTime("2026-03-09T15:00:01Z");
    const browser = { browserToken: null, userAgent: null };
    expect(await codeOf(choosePortalPassword(nobody, { password: OWN, token: old }, browser))).toBe("no_right");
    await sendNewPortalLink(nobody, { token: old });
    const fresh = await mailedToken(email);
    expect(fresh).not.toBe(old);
    expect(await codeOf(choosePortalPassword(nobody, { password: OWN, token: fresh }, browser))).toBe("ok");
  });

  it("asking for a new link with one of nobody's does nothing and says the same", async () => {
    const before = await db.outboxMail.count();
    expect(await codeOf(sendNewPortalLink(nobody, { token: "x".repeat(43) }))).toBe("ok");
    expect(await db.outboxMail.count()).toBe(before);
  });
});

it("AZ-04 a practitioner finds nobody outside their clients", async () => {
  const { contactId } = await newcomer();
  const practitioner = accountActor("practitioner", { practitionerId: (await make.practitioner()).id });
  expect(await findPortalLogin(practitioner, contactId)).toBeNull();
  expect(await codeOf(setUsername(practitioner, { contactId, username: "not-mine" }))).toBe("not_found");
});
