import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/platform/db/db";
import { queueMail } from "@/lib/platform/mail/queue";
import { anonymousActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { loadSignIn } from "./load-sign-in";
import { issueLink } from "./one-time-links";
import { endSignIns, startSignIn } from "./sign-ins";
import { eraseMailBodies, tidyAccess } from "./tidy";
import { tokenHash } from "./tokens";

const start = new Date("2026-03-02T15:00:00Z");
const later = (minutes: number, seconds = 0) => new Date(start.getTime() + (minutes * 60 + seconds) * 1000);
const clock = path.join(process.env.DATA_DIR ?? "", "clock");
const setTime = (at: Date | null) => writeFileSync(clock, at?.toISOString() ?? "");
process.env.CLOCK_FILE = clock;

afterEach(() => setTime(null));

const LETTER = { to: { email: "ana@example.org" }, subject: "Hello", html: "<p>Hi</p>", text: "Hi" };

type Owner = { accountId: string } | { portalLoginId: string };

function signIn(owner: Owner) {
  setTime(start);
  return inTransaction((tx) => startSignIn(tx, anonymousActor(), { owner, userAgent: "test" }));
}

const load = (token: string, at = later(1)) => loadSignIn(tokenHash(token), { at });

describe("a sign-in", () => {
  it("SE-01 is named by 256 random bits of which only the hash is kept", async () => {
    const { id } = await make.account();
    const token = await signIn({ accountId: id });
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const { tokenHash: kept } = await db.signIn.findFirstOrThrow({ where: { accountId: id } });
    expect(kept).not.toContain(token);
    expect(await load(kept)).toBeNull();
    expect(await load(token)).toMatchObject({ accountId: id });
  });

  it("SE-04 rests for 59:59 and is dead at 60:01", async () => {
    const { id } = await make.account();
    const token = await signIn({ accountId: id });
    expect(await load(token, later(59, 59))).not.toBeNull();
    expect(await load(token, later(60, 1))).toBeNull();
  });

  it("SE-04 ends after twelve hours even when it is used all the time", async () => {
    const { id } = await make.account();
    const token = await signIn({ accountId: id });
    await db.signIn.updateMany({ where: { accountId: id }, data: { lastSeenAt: later(719) } });
    expect(await load(token, later(719, 59))).not.toBeNull();
    expect(await load(token, later(720, 1))).toBeNull();
  });

  it("SE-04 rests as long as the security policy says, for the team and for clients, from the next request on", async () => {
    const { id } = await make.account({ role: "STAFF" });
    const { login } = await make.clientWithOwner();
    const tokens = [await signIn({ accountId: id }), await signIn({ portalLoginId: login.id })] as const;
    const value = { secondFactorRoles: ["STAFF"], staffIdleMinutes: 10, portalIdleMinutes: 20 };
    await db.setting.create({ data: { key: "security", value } });
    try {
      expect(await load(tokens[0], later(9, 59))).toMatchObject({ lacksSecondFactor: true });
      expect(await load(tokens[0], later(10, 1))).toBeNull();
      expect(await load(tokens[1], later(19, 59))).toMatchObject({ lacksSecondFactor: false });
      expect(await load(tokens[1], later(20, 1))).toBeNull();
      await db.account.update({ where: { id }, data: { totpConfirmedAt: start } });
      expect(await load(tokens[0])).toMatchObject({ lacksSecondFactor: false });
    } finally {
      await db.setting.delete({ where: { key: "security" } });
    }
  });

  it("LG-06 keeps the words of a mail as long as the retention says, and whom it went to for good", async () => {
    const old = await inTransaction((tx) => queueMail(tx, { ...LETTER, source: "old" }));
    const young = await inTransaction((tx) => queueMail(tx, { ...LETTER, source: "young" }));
    const waiting = await inTransaction((tx) => queueMail(tx, { ...LETTER, source: "waiting" }));
    setTime(start);
    const day = 24 * 60;
    const sent = { state: "SENT" as const };
    await db.outboxMail.update({ where: { id: old }, data: { ...sent, createdAt: later(-91 * day) } });
    await db.outboxMail.update({ where: { id: young }, data: { ...sent, createdAt: later(-89 * day) } });
    await db.outboxMail.update({ where: { id: waiting }, data: { createdAt: later(-91 * day) } });
    await eraseMailBodies();
    const words = async (id: string) => db.outboxMail.findUniqueOrThrow({ where: { id } });
    expect(await words(old)).toMatchObject({
      html: "",
      text: "",
      attachments: [],
      subject: "Hello",
      toEmail: "ana@example.org",
    });
    for (const id of [young, waiting]) expect(await words(id)).toMatchObject({ html: "<p>Hi</p>", text: "Hi" });
    await db.setting.create({ data: { key: "retention", value: { mailBodyDays: 30 } } });
    await eraseMailBodies();
    expect(await words(young)).toMatchObject({ html: "" });
    expect(await words(waiting)).toMatchObject({ html: "<p>Hi</p>" });
    await db.setting.delete({ where: { key: "retention" } });
  });

  it("SE-02 is dead at the next request after everything of the person was ended", async () => {
    const { id } = await make.account();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => signIn({ accountId: id })));
    await inTransaction((tx) => endSignIns(tx, { accountId: id }));
    for (const token of tokens) expect(await load(token)).toBeNull();
  });

  it("SE-01 replaces the one the browser had", async () => {
    const { id } = await make.account();
    const token = await signIn({ accountId: id });
    const former = await db.signIn.findFirstOrThrow({ where: { tokenHash: tokenHash(token) } });
    const pending = { step: "second-factor" as const, signInId: former.id, accountId: id, portalLoginId: null };
    await inTransaction((tx) =>
      startSignIn(tx, anonymousActor({ pending }), { owner: { accountId: id }, userAgent: null }),
    );
    expect(await load(token)).toBeNull();
  });
});

describe("who may still be here, asked at every request", () => {
  it("AZ-10 an account that became inactive or changed its role", async () => {
    const { id } = await make.account({ role: "ADMINISTRATOR" });
    const token = await signIn({ accountId: id });
    await db.account.update({ where: { id }, data: { role: "STAFF" } });
    expect(await load(token)).toMatchObject({ accountRole: "STAFF" });
    await db.account.update({ where: { id }, data: { status: "INACTIVE" } });
    expect(await load(token)).toBeNull();
  });

  it("S3-14 AZ-10 a contact whose client left the standing Active", async () => {
    const { client, login } = await make.clientWithOwner();
    const token = await signIn({ portalLoginId: login.id });
    expect((await load(token))?.clients).toMatchObject([{ clientId: client.id, isOwner: true }]);
    await db.client.update({ where: { id: client.id }, data: { statusId: await make.statusId("PROSPECT") } });
    expect(await load(token)).toBeNull();
  });

  it("S3-08 a contact keeps the clients that are active and loses the others", async () => {
    const { contact, login } = await make.clientWithOwner();
    const idle = await make.client({ standing: "INACTIVE" });
    await make.relationship({ clientId: idle.id, contactId: contact.id });
    const token = await signIn({ portalLoginId: login.id });
    expect((await load(token))?.clients).toHaveLength(1);
  });

  it("AZ-10 a contact whose relationship ended, whose sign-in was taken away, or who was deleted", async () => {
    const changes = [
      ({ contact }: Made) => db.relationship.deleteMany({ where: { contactId: contact.id } }),
      ({ contact }: Made) =>
        db.relationship.updateMany({ where: { contactId: contact.id }, data: { validTo: new Date("2026-03-01") } }),
      ({ contact }: Made) => db.contact.update({ where: { id: contact.id }, data: { portalAllowed: false } }),
      ({ contact }: Made) => db.contact.update({ where: { id: contact.id }, data: { deletedAt: start } }),
      ({ login }: Made) => db.portalLogin.delete({ where: { id: login.id } }),
      ({ client }: Made) => db.client.update({ where: { id: client.id }, data: { deletedAt: start } }),
    ];
    for (const change of changes) {
      const made = await make.clientWithOwner();
      const token = await signIn({ portalLoginId: made.login.id });
      expect(await load(token)).not.toBeNull();
      await change(made);
      expect(await load(token)).toBeNull();
    }
  });
});

type Made = Awaited<ReturnType<typeof make.clientWithOwner>>;

it("LG-06 forgets passcodes after a day, and sign-ins, links and counts once they are of no use", async () => {
  const { id } = await make.account();
  await signIn({ accountId: id });
  await inTransaction((tx) => issueLink(tx, { accountId: id }));
  const passcode = (createdAt: Date, browserHash: string) => ({
    browserHash,
    addressHash: "x",
    createdAt,
    expiresAt: createdAt,
  });
  const day = 24 * 60;
  await db.passcode.createMany({ data: [passcode(later(-26 * 60), "old"), passcode(later(-23 * 60), "young")] });
  await db.rateLimit.create({ data: { key: "old", windowEnds: later(-2 * day), count: 3 } });
  setTime(later(29 * day));
  await db.passcode.updateMany({ where: { browserHash: "young" }, data: { createdAt: later(29 * day - 60) } });
  await tidyAccess();
  expect(await db.passcode.findMany({ select: { browserHash: true } })).toEqual([{ browserHash: "young" }]);
  expect(await db.rateLimit.count({ where: { key: "old" } })).toBe(0);
  expect(await db.signIn.count({ where: { accountId: id } })).toBe(1);
  setTime(later(38 * day));
  await tidyAccess();
  expect(await db.signIn.count({ where: { accountId: id } })).toBe(0);
  expect(await db.oneTimeLink.count({ where: { accountId: id } })).toBe(0);
});
