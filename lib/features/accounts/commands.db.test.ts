import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { AccountActor } from "@/lib/platform/access/actor";
import { authenticatorCode } from "@/lib/platform/access/one-time-codes";
import { needsRehash } from "@/lib/platform/access/passwords";
import { unseal } from "@/lib/platform/access/secret-box";
import { tokenHash } from "@/lib/platform/access/tokens";
import { db } from "@/lib/platform/db/db";
import { accountActor, anonymousActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { PASSWORD } from "@/prisma/factories/people";
import { confirmPassword, leaveConfirmation, signOut, signOutEverywhere } from "./commands";
import { changePassword } from "./passwords/commands";
import { beginSecondFactor, enrolSecondFactor } from "./second-factor/commands";
import { SECRET_PURPOSE } from "./second-factor/queries";
import { setUp } from "./set-up/commands";
import { endOwnSignIn, giveSecondFactor, signInToAccount } from "./sign-ins/commands";
import { listOwnSignIns } from "./sign-ins/queries";

const clock = path.join(process.env.DATA_DIR ?? "", "clock");
process.env.CLOCK_FILE = clock;
const setTime = (at: string | null) => writeFileSync(clock, at ?? "");
afterEach(() => setTime(null));

const browser = { userAgent: "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36" };
const nobody = anonymousActor({ ip: "192.0.2.1" });
const codeOf = async (attempt: Promise<unknown>) =>
  attempt.then(() => "ok").catch((error) => error.code ?? String(error));

async function signedIn(options: Parameters<typeof make.account>[0] = {}) {
  const account = await make.account(options);
  const { token } = await signInToAccount(nobody, { email: account.email, password: PASSWORD }, browser);
  const signIn = await db.signIn.findUniqueOrThrow({ where: { tokenHash: tokenHash(token) } });
  const role = account.role === "ADMINISTRATOR" ? "administrator" : "staff";
  const actor: AccountActor = { ...accountActor(role, { accountId: account.id }), signInId: signIn.id };
  return { account, actor, signIn };
}

const alive = (accountId: string) => db.signIn.count({ where: { accountId, revokedAt: null } });

it("CF-01 twenty people who set up the app at once make one administrator", async () => {
  const attempts = Array.from({ length: 20 }, (_, index) =>
    setUp(
      nobody,
      {
        organization: "Harbor Point",
        timeZone: "America/Chicago",
        firstName: "First",
        lastName: `Person ${index}`,
        email: `first${index}@example.org`,
        password: "quiet rivers carry boats",
      },
      browser,
    ).then(
      () => "ok",
      (error) => error.code,
    ),
  );
  const answers = await Promise.all(attempts);
  expect(answers.filter((answer) => answer === "ok")).toHaveLength(1);
  expect(new Set(answers)).toEqual(new Set(["ok", "already_set_up"]));
  expect(await db.account.count()).toBe(1);
}, 60_000);

describe("signing in to an account", () => {
  it("takes the address in any letter case and with spaces around it", async () => {
    const { email } = await make.account({ email: "Ada.Reyes@example.org" });
    const { awaits } = await signInToAccount(
      nobody,
      { email: ` ${email.toUpperCase()} `, password: PASSWORD },
      browser,
    );
    expect(awaits).toBeNull();
  });

  it("AU-03 says the same about a wrong password, an inactive account and an address nobody has", async () => {
    const active = await make.account();
    const inactive = await make.account({ status: "INACTIVE" });
    const without = await make.account({ passwordHash: null });
    const attempts = [
      { email: active.email, password: "wrong wrong wrong" },
      { email: inactive.email, password: PASSWORD },
      { email: without.email, password: PASSWORD },
      { email: "nobody@example.org", password: PASSWORD },
    ];
    const answers = await Promise.all(
      attempts.map((attempt) => signInToAccount(nobody, attempt, browser).catch((error) => error)),
    );
    expect(new Set(answers.map((answer) => `${answer.code} ${answer.messageKey} ${answer.field}`))).toEqual(
      new Set(["sign_in_failed sign-in.refusals.failed null"]),
    );
    expect(await db.historyEntry.count({ where: { kind: "access.sign-in-failed" } })).toBeGreaterThanOrEqual(4);
  });

  it("AU-10 refuses the eleventh guess, and lets the person in again after a quarter of an hour", async () => {
    const { email } = await make.account();
    setTime("2026-03-02T15:00:00Z");
    for (let guess = 0; guess < 10; guess += 1)
      expect(await codeOf(signInToAccount(nobody, { email, password: "wrong wrong wrong" }, browser))).toBe(
        "sign_in_failed",
      );
    expect(await codeOf(signInToAccount(nobody, { email, password: PASSWORD }, browser))).toBe("too_many_attempts");
    setTime("2026-03-02T15:16:00Z");
    expect(await codeOf(signInToAccount(nobody, { email, password: PASSWORD }, browser))).toBe("ok");
  });

  it("AU-02 stores a weaker hash anew with today's parameters", async () => {
    const { hash } = await import("@node-rs/argon2");
    const weak = await hash(PASSWORD, { algorithm: 2, memoryCost: 8192, timeCost: 1, parallelism: 1 });
    const { id, email } = await make.account({ passwordHash: weak });
    await signInToAccount(nobody, { email, password: PASSWORD }, browser);
    const { passwordHash } = await db.account.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } });
    expect(needsRehash(passwordHash ?? "")).toBe(false);
    expect(await codeOf(signInToAccount(nobody, { email, password: PASSWORD }, browser))).toBe("ok");
  });
});

async function withAuthenticator() {
  const made = await signedIn();
  setTime("2026-03-02T15:00:00Z");
  await beginSecondFactor(made.actor);
  const { totpSecret } = await db.account.findUniqueOrThrow({
    where: { id: made.account.id },
    select: { totpSecret: true },
  });
  const key = unseal(totpSecret ?? "", SECRET_PURPOSE);
  const codeAt = (time: string) => authenticatorCode(key, new Date(time));
  const recoveryCodes = await enrolSecondFactor(made.actor, { code: codeAt("2026-03-02T15:00:00Z") });
  return { ...made, codeAt, key, totpSecret, recoveryCodes };
}

async function firstStep(account: { id: string; email: string }) {
  const { token, awaits } = await signInToAccount(nobody, { email: account.email, password: PASSWORD }, browser);
  const { id: signInId } = await db.signIn.findUniqueOrThrow({ where: { tokenHash: tokenHash(token) } });
  const pending = { step: "second-factor" as const, signInId, accountId: account.id, portalLoginId: null };
  return { awaits, waiting: anonymousActor({ pending }) };
}

describe("the second step", () => {
  it("AU-11 is asked after the password, and a code works once", async () => {
    const { account, codeAt, key, totpSecret } = await withAuthenticator();
    expect(totpSecret).not.toContain(key);
    setTime("2026-03-02T15:05:00Z");
    const first = await firstStep(account);
    expect(first.awaits).toBe("second-factor");
    const code = codeAt("2026-03-02T15:05:00Z");
    expect(await codeOf(giveSecondFactor(first.waiting, { code }, browser))).toBe("ok");
    const second = await firstStep(account);
    expect(await codeOf(giveSecondFactor(second.waiting, { code }, browser))).toBe("wrong_code");
  });

  it("AU-11 lets one of twenty simultaneous uses of a code through", async () => {
    const { account, codeAt } = await withAuthenticator();
    setTime("2026-03-02T15:05:00Z");
    const { waiting } = await firstStep(account);
    await db.rateLimit.deleteMany({ where: { key: { contains: "second-factor" } } });
    const code = codeAt("2026-03-02T15:05:00Z");
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => codeOf(giveSecondFactor(waiting, { code }, browser))),
    );
    expect(answers.filter((answer) => answer === "ok")).toHaveLength(1);
  });

  it("takes each recovery code once and keeps only hashes of them", async () => {
    const { account, recoveryCodes } = await withAuthenticator();
    const [code = ""] = recoveryCodes;
    const stored = await db.recoveryCode.findMany({ where: { accountId: account.id } });
    expect(stored).toHaveLength(10);
    expect(JSON.stringify(stored)).not.toContain(code.replaceAll("-", ""));
    const first = await firstStep(account);
    expect(await codeOf(giveSecondFactor(first.waiting, { code: code.toLowerCase() }, browser))).toBe("ok");
    const second = await firstStep(account);
    expect(await codeOf(giveSecondFactor(second.waiting, { code }, browser))).toBe("wrong_code");
  });

  it("cannot be given by somebody whose password was not right first", async () => {
    const { codeAt } = await withAuthenticator();
    expect(await codeOf(giveSecondFactor(nobody, { code: codeAt("2026-03-02T15:00:30Z") }, browser))).toBe(
      "not_signed_in",
    );
  });
});

describe("administrator mode", () => {
  it("needs the password, lasts thirty minutes and can be left", async () => {
    const { actor, signIn } = await signedIn({ role: "ADMINISTRATOR" });
    setTime("2026-03-02T15:00:00Z");
    expect(await codeOf(confirmPassword(actor, { password: "not the password" }))).toBe("wrong_password");
    await confirmPassword(actor, { password: PASSWORD });
    const until = () => db.signIn.findUniqueOrThrow({ where: { id: signIn.id }, select: { adminModeUntil: true } });
    expect((await until()).adminModeUntil).toEqual(new Date("2026-03-02T15:30:00Z"));
    await leaveConfirmation(actor);
    expect((await until()).adminModeUntil).toBeNull();
  });

  it("asks for the authenticator too where one is enrolled", async () => {
    const { actor, codeAt } = await withAuthenticator();
    setTime("2026-03-02T16:00:00Z");
    expect(await codeOf(confirmPassword(actor, { password: PASSWORD }))).toBe("second_factor_needed");
    const code = codeAt("2026-03-02T16:00:00Z");
    expect(await codeOf(confirmPassword(actor, { password: PASSWORD, code: "000000" }))).toBe("wrong_code");
    expect(await codeOf(confirmPassword(actor, { password: PASSWORD, code }))).toBe("ok");
  });
});

describe("one's own sign-ins", () => {
  it("SE-06 are listed with their device, and each can be ended", async () => {
    const { account, actor } = await signedIn();
    const { token } = await signInToAccount(nobody, { email: account.email, password: PASSWORD }, browser);
    const list = await listOwnSignIns(actor);
    expect(list.map(({ device }) => device)).toEqual(["Chrome · Windows", "Chrome · Windows"]);
    expect(list.filter(({ current }) => current)).toHaveLength(1);
    const other = await db.signIn.findUniqueOrThrow({ where: { tokenHash: tokenHash(token) } });
    await endOwnSignIn(actor, { signInId: other.id });
    expect(await listOwnSignIns(actor)).toHaveLength(1);
  });

  it("AZ-04 of somebody else do not exist", async () => {
    const { actor } = await signedIn();
    const { signIn } = await signedIn();
    expect(await codeOf(endOwnSignIn(actor, { signInId: signIn.id }))).toBe("not_found");
    expect((await db.signIn.findUniqueOrThrow({ where: { id: signIn.id } })).revokedAt).toBeNull();
  });

  it("SE-02 end with signing out, here or everywhere", async () => {
    const { account, actor } = await signedIn();
    await signInToAccount(nobody, { email: account.email, password: PASSWORD }, browser);
    await signOut(actor);
    expect(await alive(account.id)).toBe(1);
    await signOutEverywhere(actor);
    expect(await alive(account.id)).toBe(0);
  });

  it("SE-02 end, all but the present one, with a change of password, and a notice is promised", async () => {
    const { account, actor, signIn } = await signedIn();
    await signInToAccount(nobody, { email: account.email, password: PASSWORD }, browser);
    const change = { current: PASSWORD, password: "seven grey herons waited" };
    expect(await codeOf(changePassword(actor, { ...change, current: "not the password" }))).toBe("wrong_password");
    await changePassword(actor, change);
    const left = await db.signIn.findMany({ where: { accountId: account.id, revokedAt: null } });
    expect(left.map(({ id }) => id)).toEqual([signIn.id]);
    const jobs = await db.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier LIKE 'account%'`;
    expect(Number(jobs[0]?.count)).toBe(1);
    expect(await codeOf(signInToAccount(nobody, { email: account.email, password: PASSWORD }, browser))).toBe(
      "sign_in_failed",
    );
  });
});
