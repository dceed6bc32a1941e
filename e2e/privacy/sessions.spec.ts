import { createHash } from "node:crypto";
import { encode } from "next-auth/jwt";
import { db } from "@/lib/platform/db/db";
import { make } from "../../prisma/factories/make";
import { PASSWORD } from "../../prisma/factories/people";
import { ask } from "../support/ask";
import { builtActions, callAction, type Fields } from "../support/call-action";
import { databaseDigest } from "../support/database-digest";
import { type Person, signInCookie } from "../support/sign-in-as";
import { expect, test } from "../support/test";

test.use({ alone: "sessions over HTTP" });

const COOKIE = "caseload.sign-in";
const door = (name: string) => builtActions().find((action) => action.name === name) ?? { id: "", address: "/sign-in" };

async function press(
  origin: string,
  name: string,
  { cookie = null, fields = {} }: { cookie?: string | null; fields?: Fields },
) {
  return callAction(origin, door(name), { cookie, fields: { none: "", ...fields } });
}

const cookieIn = (setCookie: string[]) => setCookie.find((line) => line.startsWith(`${COOKIE}=`)) ?? "";

async function signIn(origin: string, email: string, cookie: string | null = null) {
  const answer = await press(origin, "signInToAccountAction", { cookie, fields: { email, password: PASSWORD } });
  const line = cookieIn(answer.setCookie);
  return { answer, line, cookie: line.split(";")[0] ?? "" };
}

const status = async (origin: string, cookie: string) =>
  (await ask(origin, { address: "/staff/account", cookie })).status;

test("SE-01 SE-05 each sign-in gets a new cookie that only this site and no script can read, and no address names it", async ({
  app,
}) => {
  const account = await make.account();
  const planted = await signInCookie({ accountId: (await make.account()).id }, { origin: app.origin });
  const first = await signIn(app.origin, account.email, `${COOKIE}=${planted.value}`);
  const second = await signIn(app.origin, account.email);
  expect(first.cookie).not.toContain(planted.value);
  expect(first.cookie).not.toBe(second.cookie);
  expect(await status(app.origin, first.cookie)).toBe(200);
  // The sign-in that the browser had before is over.
  expect(await status(app.origin, `${COOKIE}=${planted.value}`)).toBe(307);
  expect(first.line).toMatch(/; HttpOnly/i);
  expect(first.line).toMatch(/; SameSite=lax/i);
  expect(first.line).toMatch(/; Path=\//i);
  expect(first.line).not.toMatch(/; Domain=/i);
  expect(first.cookie.length).toBeLessThan(4096);
  expect(first.answer.location).toBe("/staff;push");
  expect(first.answer.cacheControl).toMatch(/no-store/);
});

test("SE-01 what the database knows of a sign-in opens nothing", async ({ app }) => {
  const account = await make.account();
  const { cookie } = await signIn(app.origin, account.email);
  const row = await db.signIn.findFirstOrThrow({ where: { accountId: account.id }, omit: { tokenHash: false } });
  expect(row.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  const secret = process.env.AUTH_SECRET ?? "";
  const forged = [row.tokenHash, row.id, createHash("sha256").update(row.tokenHash).digest("hex"), "", account.id];
  for (const sid of forged) {
    const value = await encode({ token: { sid }, secret, maxAge: 3600 });
    expect(await status(app.origin, `${COOKIE}=${value}`), sid).toBe(307);
  }
  const other = await encode({
    token: { sid: "x" },
    secret: "another secret that is just as long as ours",
    maxAge: 3600,
  });
  for (const value of [other, row.tokenHash, row.id, "null", "[object Object]", cookie.split("=")[1]?.slice(0, -4)])
    expect(await status(app.origin, `${COOKIE}=${value}`)).toBe(307);
  expect(await status(app.origin, cookie)).toBe(200);
});

test("SE-02 a copied cookie is dead at the next request, twenty times of twenty, however the sign-in ended", async ({
  app,
}) => {
  const ends: ((one: { person: Person; cookie: string; id: string }) => Promise<unknown>)[] = [
    ({ cookie }) => press(app.origin, "signOutAction", { cookie }),
    ({ cookie }) => press(app.origin, "signOutEverywhereAction", { cookie }),
    ({ id }) => db.account.update({ where: { id }, data: { status: "INACTIVE" }, select: { id: true } }),
    async ({ cookie }) => {
      const { body } = await ask(app.origin, { address: "/api/auth/csrf", cookie });
      const { csrfToken } = JSON.parse(body);
      return ask(app.origin, {
        address: "/api/auth/signout",
        method: "POST",
        cookie,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: `csrfToken=${csrfToken}&json=true`,
      });
    },
  ];
  const alive: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const { id } = await make.account();
    const { value } = await signInCookie({ accountId: id }, { origin: app.origin });
    const cookie = `${COOKIE}=${value}`;
    expect(await status(app.origin, cookie)).toBe(200);
    const how = turn % ends.length;
    // next-auth's own way needs its token cookie too; without it nothing may end and nothing may break.
    await ends[how]?.({ person: { accountId: id }, cookie, id });
    if (how < 3 && (await status(app.origin, cookie)) !== 307) alive.push(turn);
  }
  expect(alive).toEqual([]);
});

test("SE-03 fifty forged bodies to next-auth change nothing about who one is", async ({ app }) => {
  const { contact, login } = await make.clientWithOwner();
  const admin = await make.account({ role: "ADMINISTRATOR" });
  const { value } = await signInCookie({ portalLoginId: login.id }, { origin: app.origin });
  const csrf = await ask(app.origin, { address: "/api/auth/csrf" });
  const { csrfToken } = JSON.parse(csrf.body);
  const csrfCookie = csrf.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const cookie = `${COOKIE}=${value}; ${csrfCookie}`;
  const forged = {
    role: "ADMINISTRATOR",
    email: admin.email,
    sid: "x",
    sub: admin.id,
    accountId: admin.id,
    id: admin.id,
  };
  const shapes = [
    forged,
    { user: forged },
    { data: forged },
    { token: forged },
    { session: { user: forged } },
    JSON.parse(`{"__proto__":${JSON.stringify(forged)}}`),
    { constructor: { prototype: forged } },
    [forged],
    "text",
    null,
  ];
  const before = await databaseDigest(app.ownerUrl);
  for (const address of ["session", "callback/credentials", "signin", "_log", "session?update=1"]) {
    for (const data of shapes) {
      const body = JSON.stringify({ csrfToken, data, ...(address.includes("?") ? { trigger: "update" } : {}) });
      const headers = { "content-type": "application/json" };
      const answer = await ask(app.origin, { address: `/api/auth/${address}`, method: "POST", cookie, headers, body });
      expect(answer.status, `${address} ${body}`).toBeLessThan(500);
      const issued = cookieIn(answer.headers.getSetCookie()).split(";")[0];
      const session = await ask(app.origin, {
        address: "/api/auth/session",
        cookie: issued ? `${issued}; ${csrfCookie}` : cookie,
      });
      expect(JSON.parse(session.body).user).toEqual({ name: `${contact.firstName} ${contact.lastName}` });
      expect(await status(app.origin, issued || cookie)).toBe(404);
    }
  }
  expect(await databaseDigest(app.ownerUrl)).toEqual(before);
});
