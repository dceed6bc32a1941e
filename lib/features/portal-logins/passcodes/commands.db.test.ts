import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { choosePortalPassword } from "@/lib/features/portal-logins/passwords/commands";
import { signInToPortal } from "@/lib/features/portal-logins/sign-ins/commands";
import { systemActor } from "@/lib/platform/access/actor";
import { tokenHash } from "@/lib/platform/access/tokens";
import { db } from "@/lib/platform/db/db";
import { deliverMail } from "@/lib/platform/mail/deliver";
import { anonymousActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { answerPasscode } from "./answers/commands";
import { askForPasscode, givePasscode } from "./commands";

const clock = path.join(process.env.DATA_DIR ?? "", "clock");
process.env.CLOCK_FILE = clock;
const setTime = (at: string | null) => writeFileSync(clock, at ?? "");
afterEach(() => setTime(null));

const nobody = anonymousActor({ ip: "192.0.2.1" });
const codeOf = async (attempt: Promise<unknown>) =>
  attempt.then(() => "ok").catch((error) => error.code ?? String(error));
const NEW_PASSWORD = "seven grey herons waited";
let people = 0;

/** A client's owner without any portal login yet. */
async function newcomer(
  email = `newcomer${++people}@example.org`,
  standing: "ACTIVE" | "INACTIVE" | "PROSPECT" = "ACTIVE",
) {
  const client = await make.client({ standing });
  const contact = await make.contact({ email });
  await make.relationship({ clientId: client.id, contactId: contact.id, isOwner: true });
  return { client, contact, email };
}

async function ask(email: string) {
  const browserToken = await askForPasscode(nobody, { email });
  const passcode = await db.passcode.findUniqueOrThrow({ where: { browserHash: tokenHash(browserToken) } });
  await answerPasscode(systemActor("test"), { passcodeId: passcode.id });
  const mail = await db.outboxMail.findFirst({ where: { source: `passcode:${passcode.id}` } });
  return { browserToken, id: passcode.id, mail, code: /(?<!\d)\d{8}(?!\d)/.exec(mail?.text ?? "")?.[0] ?? "" };
}

const give = (code: string, browserToken: string | null) => codeOf(givePasscode(nobody, { code }, { browserToken }));
const choose = (browserToken: string | null, password = NEW_PASSWORD) =>
  codeOf(choosePortalPassword(nobody, { password }, { browserToken, userAgent: null }));
const signIn = (name: string, password = NEW_PASSWORD) =>
  codeOf(signInToPortal(nobody, { name, password }, { userAgent: null }));

describe("Forgot Password", () => {
  it("S2-38 S2-39 S2-40 mails a passcode with which a client chooses a first password and is in", async () => {
    const { email, contact, client } = await newcomer();
    const { browserToken, code, mail } = await ask(` ${email.toUpperCase()} `);
    expect(mail?.toEmail).toBe(email);
    expect(mail?.html).toContain(`/forgot-password/passcode#${code}`);
    expect(await give(`${code.slice(0, 4)} ${code.slice(4)}`, browserToken)).toBe("ok");
    expect(await choose(browserToken)).toBe("ok");
    expect(await signIn(email)).toBe("ok");
    expect(await db.signIn.count({ where: { portalLogin: { contactId: contact.id }, revokedAt: null } })).toBe(2);
    const stream = await db.streamEntry.findMany({ where: { clientId: client.id }, orderBy: { id: "asc" } });
    expect(stream.map(({ kind }) => kind)).toEqual([
      "portal-login.passcode-sent",
      "portal-login.password-chosen",
      "portal-login.signed-in",
    ]);
    expect(await db.outboxMail.count({ where: { toEmail: email, source: { startsWith: "password-changed" } } })).toBe(
      1,
    );
  });

  it("AU-04 keeps the passcode only as an argon2id hash, and what was typed no longer than needed", async () => {
    const { email } = await newcomer();
    const { id, code } = await ask(email);
    const row = await db.passcode.findUniqueOrThrow({ where: { id }, select: { codeHash: true, typedAddress: true } });
    expect(row.codeHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(row.codeHash).not.toContain(code);
    expect(row.typedAddress).toBeNull();
  });

  it("AU-04 blanks the letter once it has left, so that no passcode is readable in the database", async () => {
    const { email } = await newcomer();
    const { code, mail } = await ask(email);
    expect(mail?.text).toContain(code);
    await deliverMail();
    const sent = await db.outboxMail.findUniqueOrThrow({ where: { id: mail?.id ?? "" } });
    expect(sent).toMatchObject({ state: "SENT", toEmail: email, subject: "", html: "", text: "" });
    const [found] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM outbox_mails m WHERE m::text LIKE ${`%${code}%`}`;
    expect(found?.count).toBe(0);
  });

  it("S2-41 AU-04 expires after ten minutes", async () => {
    const { email } = await newcomer();
    setTime("2026-03-02T15:00:00Z");
    const { browserToken, code } = await ask(email);
    setTime("2026-03-02T15:10:01Z");
    expect(await give(code, browserToken)).toBe("wrong_passcode");
  });

  it("S2-41 works once: neither the code nor the right to choose a password can be used again", async () => {
    const { email } = await newcomer();
    const { browserToken, code } = await ask(email);
    expect(await give(code, browserToken)).toBe("ok");
    expect(await give(code, browserToken)).toBe("wrong_passcode");
    expect(await choose(browserToken)).toBe("ok");
    expect(await choose(browserToken)).toBe("no_right");
  });

  it("the right to choose a password ends after ten minutes", async () => {
    const { email } = await newcomer();
    setTime("2026-03-02T15:00:00Z");
    const { browserToken, code } = await ask(email);
    expect(await give(code, browserToken)).toBe("ok");
    setTime("2026-03-02T15:10:01Z");
    expect(await choose(browserToken)).toBe("no_right");
  });

  it("AU-05 looks at five of a hundred parallel wrong guesses, and then not even at the right one", async () => {
    const { email } = await newcomer();
    const { browserToken, code, id } = await ask(email);
    const wrong = code === "00000000" ? "00000001" : "00000000";
    const answers = await Promise.all(Array.from({ length: 100 }, () => give(wrong, browserToken)));
    expect(new Set(answers)).toEqual(new Set(["wrong_passcode"]));
    expect((await db.passcode.findUniqueOrThrow({ where: { id } })).tries).toBe(5);
    expect(await give(code, browserToken)).toBe("wrong_passcode");
  }, 60_000);

  it("AU-05 lets one of fifty parallel right answers through, and one of twenty choices of a password", async () => {
    const { email, contact } = await newcomer();
    const { browserToken, code } = await ask(email);
    const answers = await Promise.all(Array.from({ length: 50 }, () => give(code, browserToken)));
    expect(answers.filter((answer) => answer === "ok")).toHaveLength(1);
    const choices = await Promise.all(Array.from({ length: 20 }, () => choose(browserToken)));
    expect(choices.filter((answer) => answer === "ok")).toHaveLength(1);
    expect(await db.portalLogin.count({ where: { contactId: contact.id } })).toBe(1);
  }, 60_000);

  it("AU-05 sends three an hour to an address, and refuses the fourth also for addresses nobody has", async () => {
    const { email } = await newcomer();
    for (const address of [email, "nobody.at.all@example.org"]) {
      for (let asked = 0; asked < 3; asked += 1) expect(await codeOf(ask(address))).toBe("ok");
      expect(await codeOf(ask(address))).toBe("too_many_attempts");
    }
  });

  it("AU-05 refuses the fourth of ten that come at once", async () => {
    const { email } = await newcomer();
    const answers = await Promise.all(Array.from({ length: 10 }, () => codeOf(askForPasscode(nobody, { email }))));
    expect(answers.filter((answer) => answer === "ok")).toHaveLength(3);
  });

  it("AU-06 works only in the browser that asked", async () => {
    const { email } = await newcomer();
    const first = await ask(email);
    const other = await ask((await newcomer()).email);
    expect(await give(first.code, other.browserToken)).toBe("wrong_passcode");
    expect(await give(first.code, null)).toBe("wrong_passcode");
    expect(await give(first.code, first.browserToken)).toBe("ok");
  });

  it("AU-06 ends with a newer one, another address, lost access and a changed password", async () => {
    const newer = await newcomer();
    const old = await ask(newer.email);
    await ask(newer.email);
    expect(await give(old.code, old.browserToken)).toBe("wrong_passcode");

    const moved = await newcomer();
    const movedCode = await ask(moved.email);
    await db.contact.update({ where: { id: moved.contact.id }, data: { email: "moved@example.org" } });
    expect(await give(movedCode.code, movedCode.browserToken)).toBe("wrong_passcode");

    const idle = await newcomer();
    const idleCode = await ask(idle.email);
    expect(await give(idleCode.code, idleCode.browserToken)).toBe("ok");
    await db.client.update({ where: { id: idle.client.id }, data: { statusId: await make.statusId("INACTIVE") } });
    expect(await choose(idleCode.browserToken)).toBe("no_right");

    const twice = await newcomer();
    const first = await ask(twice.email);
    expect(await give(first.code, first.browserToken)).toBe("ok");
    const second = await ask(twice.email);
    expect(await give(second.code, second.browserToken)).toBe("ok");
    expect(await choose(first.browserToken)).toBe("no_right");
    expect(await choose(second.browserToken)).toBe("ok");
  });

  it("SE-02 ends every other sign-in of the login", async () => {
    const { contact, login } = await make.clientWithOwner({ email: "signed.in@example.org" });
    await signInToPortal(nobody, { name: "signed.in@example.org", password: "harbor lantern 42" }, { userAgent: null });
    const { browserToken, code } = await ask(contact.email ?? "");
    await give(code, browserToken);
    expect(await choose(browserToken)).toBe("ok");
    expect(await db.signIn.count({ where: { portalLoginId: login.id, revokedAt: null } })).toBe(1);
  });
});

describe("who gets a passcode", () => {
  it("AU-03 S2-05 asking answers the same for everybody; only the entitled get mail", async () => {
    const { email: active } = await newcomer();
    const { email: inactive } = await newcomer(undefined, "INACTIVE");
    const { email: prospect } = await newcomer(undefined, "PROSPECT");
    const { email: removed, contact } = await newcomer();
    await db.contact.update({ where: { id: contact.id }, data: { portalAllowed: false } });
    const lonely = await make.contact({ email: "no.client@example.org" });
    const asked = [active, inactive, prospect, removed, lonely.email ?? "", "unknown@example.org", "not an address"];
    const answers = [];
    for (const email of asked) answers.push(await ask(email));
    expect(answers.map(({ mail }) => mail !== null)).toEqual([true, false, false, false, false, false, false]);
    expect(answers.every(({ browserToken }) => browserToken.length === 43)).toBe(true);
  });

  it("S2-04 S2-05 mails nothing while two share the address, and tells staff once", async () => {
    const { email } = await newcomer("shared@example.org");
    await newcomer("Shared@Example.org");
    const first = await ask(email);
    const second = await ask(" SHARED@example.org");
    expect([first.mail, second.mail]).toEqual([null, null]);
    const tasks = await db.task.findMany({ where: { dedupeKey: { startsWith: "blocked-sign-in:" } } });
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({ subjectKind: "contact", doneAt: null });
    expect(tasks[0]?.subject).toMatch(/shared@example\.org/i);
  });

  it("S2-06 S2-10 a deleted duplicate does not count, nor one whose address was taken away", async () => {
    const { email } = await newcomer();
    const duplicate = await newcomer(email.toUpperCase());
    expect((await ask(email)).mail).toBeNull();
    await db.contact.update({ where: { id: duplicate.contact.id }, data: { deletedAt: new Date() } });
    expect((await ask(email)).mail).not.toBeNull();
    const other = await newcomer();
    const blank = await newcomer(other.email);
    await db.contact.update({ where: { id: blank.contact.id }, data: { email: null } });
    expect((await ask(other.email)).mail).not.toBeNull();
  });

  it("mails to a merged contact's further address too, byte for byte as stored", async () => {
    const { contact } = await newcomer();
    await db.contactEmail.create({ data: { contactId: contact.id, email: "Old.Address@example.org" } });
    expect((await ask("old.address@EXAMPLE.org")).mail?.toEmail).toBe("Old.Address@example.org");
  });

  it("AU-08 is never led astray by an address that only looks alike", async () => {
    await newcomer("kim@example.org");
    for (const hostile of [
      "\u212Aim@example.org",
      "kim@example.org, thief@evil.test",
      '"kim@example.org"@evil.test',
      "kim\uFF20example.org",
    ])
      expect((await ask(hostile)).mail, hostile).toBeNull();
  });
});
