import { readdirSync } from "node:fs";
import path from "node:path";
import { db } from "@/lib/platform/db/db";
import { ROOT } from "../../lib/tools/project.mjs";
import { make } from "../../prisma/factories/make";
import { ask, inLanes, type Question } from "../support/ask";
import { builtActions, callAction, type Fields } from "../support/call-action";
import { signInCookie } from "../support/sign-in-as";
import { expect, test } from "../support/test";

test.use({ alone: "the web around the app" });

const door = (name: string) => builtActions().find((action) => action.name === name) ?? { id: "", address: "/sign-in" };

async function staffCookie(origin: string) {
  const account = await make.account({ role: "ADMINISTRATOR" });
  const { name, value } = await signInCookie({ accountId: account.id }, { origin, confirmed: true });
  return `${name}=${value}`;
}

/** One answer of each kind that the app gives. */
async function answers(origin: string) {
  const cookie = await staffCookie(origin);
  const event = await make.trainingEvent({ audience: "PUBLIC" });
  const chunks = path.join(ROOT, ".next/static/chunks");
  const script = readdirSync(chunks).find((name) => name.endsWith(".js")) ?? "";
  const style = readdirSync(chunks).find((name) => name.endsWith(".css")) ?? script;
  const questions: Question[] = [
    { address: "/sign-in" },
    { address: "/staff", cookie },
    { address: "/staff", cookie, headers: { rsc: "1" } },
    { address: "/staff" },
    { address: "/staff/nowhere", cookie },
    { address: "/api/nowhere" },
    { address: "/api/live/search?q=ab" },
    { address: "/api/live/search?q=ab", cookie },
    { address: `/api/events/${event.id}/calendar` },
    { address: "/api/imports" },
    { address: "/api/health" },
    { address: "/api/auth/session" },
    { address: "/sign-in", method: "POST", headers: { origin: "https://evil.example" } },
    { address: "/sign-in", method: "PROPFIND" },
    { address: `/_next/static/chunks/${script}` },
    { address: `/_next/static/chunks/${style}` },
    { address: "/_next/static/nowhere.js" },
    { address: "/icon.svg" },
    { address: "/%E0%A4%A" },
  ];
  return Promise.all(questions.map(async (question) => ({ question, reply: await ask(origin, question) })));
}

test("WB-03 every kind of answer says how browsers must treat it, once, and opens nothing to other sites", async ({
  app,
}) => {
  for (const { question, reply } of await answers(app.origin)) {
    const { status, headers, body } = reply;
    const what = `${status} ${JSON.stringify(question)}`;
    expect.soft(headers.get("x-content-type-options"), what).toBe("nosniff");
    expect.soft(headers.get("referrer-policy"), what).toBe("strict-origin-when-cross-origin");
    expect.soft(headers.get("cross-origin-opener-policy"), what).toBe("same-origin");
    expect.soft(headers.get("cross-origin-resource-policy"), what).toBe("same-origin");
    expect.soft(headers.get("x-frame-options"), what).toBe("DENY");
    expect.soft(headers.get("permissions-policy"), what).toContain("camera=()");
    expect.soft(headers.get("x-powered-by"), what).toBeNull();
    expect
      .soft(
        [...headers.keys()].filter((name) => name.startsWith("access-control-")),
        what,
      )
      .toEqual([]);
    if (body) expect.soft(headers.get("content-type"), what).toMatch(/\w+\/\w+/);
  }
});

test("WB-02 every page allows its own scripts by a number used once, and nothing else", async ({ app }) => {
  const pages = (await answers(app.origin)).filter(({ reply }) =>
    /text\/html/.test(reply.headers.get("content-type") ?? ""),
  );
  const fromApp = pages.filter(({ question }) => !/^\/(_next|api|%)/.test(question.address));
  expect(fromApp.length).toBeGreaterThan(3);
  for (const { question, reply } of fromApp) {
    const policy = reply.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-(\w+)'/.exec(policy)?.[1] ?? "none";
    const scripts = policy.split("; ").find((part) => part.startsWith("script-src")) ?? "";
    expect.soft(scripts, question.address).toBe(`script-src 'nonce-${nonce}' 'strict-dynamic'`);
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      expect.soft(policy, question.address).toContain(part);
    expect.soft(policy.match(/'unsafe-inline'/g)?.length, "style attributes only").toBe(1);
    const tags = reply.body.match(/<script\b[^>]*>/g) ?? [];
    expect
      .soft(
        tags.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
        question.address,
      )
      .toEqual([]);
  }
  const thousand = Array.from({ length: 1000 }, () => ({ address: "/account", method: "HEAD" }));
  const policies = await inLanes(thousand, async (question) => {
    const { headers } = await ask(app.origin, question);
    return headers.get("content-security-policy") ?? "";
  });
  expect(new Set(policies).size).toBe(1000);
});

test("WB-04 pictures are not worked on, and no answer to two people who take turns holds the other's name", async ({
  app,
}) => {
  const image = await ask(app.origin, { address: "/_next/image?url=%2Ficon.svg&w=64&q=75" });
  expect([400, 404]).toContain(image.status);
  const people = await Promise.all(
    ["Turnabout", "Roundabout"].map(async (lastName) => {
      const { contact, login } = await make.clientWithOwner();
      await db.contact.update({ where: { id: contact.id }, data: { firstName: lastName }, select: { id: true } });
      const { name, value } = await signInCookie({ portalLoginId: login.id }, { origin: app.origin });
      return { lastName, cookie: `${name}=${value}` };
    }),
  );
  const turns = Array.from({ length: 100 }, (_, turn) => ({ me: people[turn % 2], other: people[(turn + 1) % 2] }));
  const wrong = await inLanes(turns, async ({ me, other }) => {
    const { body, headers } = await ask(app.origin, { address: "/account", cookie: me?.cookie ?? "" });
    const mine = body.includes(me?.lastName ?? "?") && !body.includes(other?.lastName ?? "?");
    return mine && headers.get("cache-control")?.includes("no-store") ? 0 : 1;
  });
  expect(wrong.filter(Boolean)).toEqual([]);
});

/** Ways to say that one comes from elsewhere. */
const SPOOFED: Record<string, string>[] = [
  { "x-forwarded-for": "198.51.100.7" },
  { "x-forwarded-for": "198.51.100.8, 203.0.113.1" },
  { "x-forwarded-for": "127.0.0.2" },
  { "x-real-ip": "198.51.100.9" },
  { forwarded: "for=198.51.100.10;host=evil.example;proto=https" },
  { "x-client-ip": "198.51.100.11", "cf-connecting-ip": "198.51.100.11", "true-client-ip": "198.51.100.11" },
  { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-port": "81" },
];

const failing = (): Fields => ({ email: `nobody${Math.random()}@example.org`, password: "wrong wrong wrong" });

test("WB-07 AU-10 nobody gets more tries, and nobody appears in the history from elsewhere, by saying where they come from", async ({
  app,
}) => {
  const press = (headers: Record<string, string> = {}) =>
    callAction(app.origin, door("signInToAccountAction"), { cookie: null, fields: failing(), headers });
  expect((await press()).code).toBe("sign_in_failed");
  for (const headers of SPOOFED) expect((await press(headers)).code, JSON.stringify(headers)).toBe("sign_in_failed");
  const seen = await db.historyEntry.findMany({ where: { kind: "access.sign-in-failed" }, select: { ip: true } });
  expect(new Set(seen.map(({ ip }) => ip)).size).toBe(1);
  expect(seen[0]?.ip).toMatch(/^(127\.0\.0\.1|::1)$/);
  await db.rateLimit.updateMany({ where: { key: { contains: "staff-sign-in:address:" } }, data: { count: 300 } });
  expect((await press()).code).toBe("too_many_attempts");
  for (const headers of SPOOFED) expect((await press(headers)).code, JSON.stringify(headers)).toBe("too_many_attempts");
  await db.rateLimit.deleteMany({ where: { key: { contains: "staff-sign-in:address:" } } });
});

/** Ways to say what this site is called. */
const MISNAMED: Record<string, string>[] = [
  { host: "evil.example" },
  { host: "localhost.evil.example:80" },
  { "x-forwarded-host": "evil.example" },
  { "x-forwarded-host": "evil.example, localhost" },
  { "x-forwarded-proto": "https" },
  { "x-forwarded-port": "1" },
  { "x-original-host": "evil.example", "x-host": "evil.example", "x-http-host-override": "evil.example" },
  { forwarded: "host=evil.example" },
  { referer: "https://evil.example/sign-in" },
  { "x-rewrite-url": "https://evil.example/", "x-original-url": "https://evil.example/" },
];

test("AU-07 links in mails lead to the configured address, whatever a request calls the site", async ({ app }) => {
  const cookie = await staffCookie(app.origin);
  for (const headers of MISNAMED) {
    const { contact } = await make.clientWithOwner();
    const account = await make.account();
    const email = contact.email ?? "";
    const calls: [string, Fields, string][] = [
      ["askForPasscodeAction", { email }, email],
      ["sendPortalWelcomeAction", { contactId: contact.id }, email],
      ["sendAccountWelcomeAction", { accountId: account.id }, account.email],
    ];
    for (const [name, fields, to] of calls) {
      const answer = await callAction(app.origin, door(name), {
        cookie: name.startsWith("ask") ? null : cookie,
        fields,
        headers,
      });
      expect(["ok", "redirect"], `${name} ${JSON.stringify(headers)} ${answer.body}`).toContain(answer.code);
      const before = app.mailbox().filter((mail) => mail.to.includes(to)).length;
      const mail = before > 0 ? app.mailbox().findLast((one) => one.to.includes(to)) : await app.mailTo(to);
      const said = `${mail?.html} ${mail?.text}`.replace(/<!DOCTYPE[^>]*>/i, "");
      const links = [...said.matchAll(/https?:\/\/[^\s"'<>)]+/g)].map(([link]) => new URL(link).origin);
      expect(links.length).toBeGreaterThan(0);
      expect(new Set(links), `${name} ${JSON.stringify(headers)}`).toEqual(new Set([app.origin]));
    }
  }
});

test("WB-05 no redirect and no link back leads off the site, whatever is asked for", async ({ app }) => {
  const hosts = ["evil.example", "localhost@evil.example", "evil%E3%80%82example", "127.1"];
  const shapes = [
    "https://H",
    "//H",
    "///H",
    "////H",
    "/\\H",
    "\\\\H",
    "/%09/H",
    "/%0d/H",
    "/.//H",
    "https:H",
    "javascript:alert(1)//H",
    "data:text/html,H",
    "%2f%2fH",
    "/%5cH",
    "?//H",
    "#//H",
    "http:\\\\H",
    "/;@H",
    "//H/%2e%2e",
    "\u2028//H",
  ];
  const payloads = shapes.flatMap((shape) => hosts.map((host) => shape.replace("H", host)));
  const account = await make.account();
  const { name, value } = await signInCookie({ accountId: account.id }, { origin: app.origin });
  const { contact, login } = await make.clientWithOwner();
  const portal = await signInCookie({ portalLoginId: login.id }, { origin: app.origin });
  const doors = [
    { address: "/staff/sign-in", cookie: `${name}=${value}` },
    { address: "/sign-in", cookie: `${portal.name}=${portal.value}` },
  ];
  expect(contact.id).not.toBe("");
  const tries = payloads.flatMap((payload) =>
    doors.flatMap(({ address, cookie }) =>
      [payload, encodeURIComponent(payload)].map((asked) => ({ address: `${address}?return=${asked}`, cookie })),
    ),
  );
  expect(tries.length).toBeGreaterThanOrEqual(320);
  const off = await inLanes(tries, async (question) => {
    const { location, status } = await ask(app.origin, {
      ...question,
      address: question.address.replaceAll("\\", "%5c"),
    });
    if (!location) return status >= 500 ? `${status} ${question.address}` : null;
    return new URL(location, app.origin).origin === app.origin ? null : `${location} ${question.address}`;
  });
  expect(off.filter(Boolean)).toEqual([]);
});
