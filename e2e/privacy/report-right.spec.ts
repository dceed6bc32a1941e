import { type Reach, type RecordKind, rightsOf } from "@/lib/platform/access/rights";
import { randomToken, tokenHash } from "@/lib/platform/access/tokens";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "../../prisma/factories/actors";
import { plannedImport } from "../../prisma/factories/imports";
import { make } from "../../prisma/factories/make";
import { updated } from "../../prisma/factories/updates";
import { expectNoAxeViolations } from "../support/accessibility";
import { startTwin } from "../support/app";
import { ask } from "../support/ask";
import { signInAs, signInCookie } from "../support/sign-in-as";
import { expect, test } from "../support/test";
import { makeRecords } from "./records";
import { makeWorld } from "./world";

test.use({ alone: "right to report" });

type Role = "ADMINISTRATOR" | "STAFF" | "PRACTITIONER";
type Reports = (kind: RecordKind) => Reach;

const everything: Reports = () => "all";
const nothing: Reports = () => "none";
const without =
  (...kinds: RecordKind[]): Reports =>
  (kind) =>
    kinds.includes(kind) ? "none" : "all";

const matrix = (reports: Reports) => rightsOf((kind, verb) => (verb === "report" ? reports(kind) : "all"));

/** Somebody who may do everything of their role but report so far. */
async function somebody(role: Role, reports: Reports) {
  const account = await make.account({ role });
  const group = await db.rightsGroup.create({ data: { name: `Reports ${account.id}`, rights: matrix(reports) } });
  await db.accountGroup.create({ data: { accountId: account.id, groupId: group.id } });
  const narrow = (to: Reports) => db.rightsGroup.update({ where: { id: group.id }, data: { rights: matrix(to) } });
  return { accountId: account.id, narrow };
}

/** Everything that takes many records out or sums them up, with the kinds whose report right it asks for, by hand. */
function doorsOf(own: Record<string, string>): { address: string; role: Role; needs: RecordKind[] }[] {
  const staff = (address: string, ...needs: RecordKind[]) => ({ address, role: "STAFF" as const, needs });
  return [
    staff("/api/exports/clients", "clients"),
    staff("/api/exports/contacts", "contacts"),
    staff("/api/exports/prospects", "prospects"),
    staff("/staff/prospects/sales", "prospects"),
    staff("/staff/scheduling/coverage", "sessions"),
    staff(`/staff/events/${own.eventId}/roster`, "events"),
    staff(`/api/imports/${own.importId}/results`, "clients", "contacts", "sessions"),
    staff(`/api/imports/${own.importId}/results?rows=refused`, "clients", "contacts", "sessions"),
    staff(`/api/updates/${own.updateId}/results`, "clients"),
    { address: "/api/audit", role: "ADMINISTRATOR", needs: ["clients", "documents", "payments", "messages"] },
    { address: "/staff/admin/api/new", role: "ADMINISTRATOR", needs: [] },
  ];
}

const KINDS: readonly RecordKind[] = ["clients", "contacts", "prospects", "sessions", "events", "tasks", "mailings"];

test("S3-56 each place that takes many records out or sums them up asks for the right to report on what it holds, and for no other", async ({
  app,
}) => {
  test.setTimeout(240_000);
  const world = await makeWorld();
  const { own } = await makeRecords(world, app.origin);
  const surprises: string[] = [];
  const check = async (role: Role, reports: Reports, says: (needs: RecordKind[]) => boolean, who: string) => {
    const { accountId } = await somebody(role, reports);
    const { name, value } = await signInCookie({ accountId }, { origin: app.origin, confirmed: true });
    for (const { address, needs } of doorsOf(own).filter((door) => door.role === role && door.needs.length > 0)) {
      const { status } = await ask(app.origin, { address, cookie: `${name}=${value}` });
      if ((status === 200) !== says(needs)) surprises.push(`${who} ${address}: ${status}`);
    }
  };
  for (const role of ["STAFF", "ADMINISTRATOR"] as const) {
    await check(role, everything, () => true, `${role} who reports on everything`);
    await check(role, nothing, () => false, `${role} who reports on nothing`);
  }
  for (const kind of KINDS) await check("STAFF", without(kind), (needs) => !needs.includes(kind), `all but ${kind}`);
  await check("ADMINISTRATOR", without("documents"), () => false, "administrator without documents");
  expect(surprises).toEqual([]);
});

test("S3-56 whoever reports only on their own centers takes out those, and no sheet that holds others", async ({
  app,
}) => {
  test.setTimeout(120_000);
  const world = await makeWorld();
  const { own } = await makeRecords(world, app.origin);
  const [here, there] = [await make.center(), await make.center()];
  const mine = await make.trainingEvent({ centerId: here.id });
  const theirs = await make.trainingEvent({ centerId: there.id });
  const [near, far] = [
    await make.client({ centerId: here.id, name: "Nearby Bakery" }),
    await make.client({ centerId: there.id, name: "Faraway Bakery" }),
  ];
  const { accountId } = await somebody("STAFF", () => "own");
  await db.accountCenter.create({ data: { accountId, centerId: here.id } });
  const { name, value } = await signInCookie({ accountId }, { origin: app.origin, confirmed: true });
  const get = (address: string) => ask(app.origin, { address, cookie: `${name}=${value}` });
  expect((await get(`/staff/clients/${far.id}`)).status).toBe(200);
  const sheet = (await get("/api/exports/clients")).body;
  expect([sheet.includes(near.name), sheet.includes(far.name)]).toEqual([true, false]);
  expect((await get(`/staff/events/${theirs.id}`)).status).toBe(200);
  expect((await get(`/staff/events/${mine.id}/roster`)).status).toBe(200);
  expect((await get(`/staff/events/${theirs.id}/roster`)).status).toBe(404);
  const coverage = (await get("/staff/scheduling/coverage")).body;
  expect([coverage.includes(here.id), coverage.includes(there.id)]).toEqual([true, false]);
  expect((await get(`/api/updates/${own.updateId}/results`)).status).toBe(403);
  expect((await get(`/api/imports/${own.importId}/results`)).status).toBe(403);
});

/** The calendar address and the API key of somebody, made as the app would. */
async function outside(accountId: string) {
  await make.practitioner({ accountId });
  const [feed, key] = [randomToken(), `caseload_${randomToken()}`];
  const [createdAt, expiresAt] = [new Date(), new Date("2100-01-01T00:00:00Z")];
  await db.calendarLink.create({ data: { accountId, tokenHash: tokenHash(feed), createdAt } });
  const kept = {
    tokenHash: tokenHash(key),
    hint: key.slice(-4),
    grants: { clients: ["name"], testimonials: ["quote"] },
  };
  await db.apiKey.create({ data: { name: "Mirror", ...kept, accountId, createdAt, expiresAt } });
  const headers = { authorization: `Bearer ${key}` };
  return {
    calendar: (origin: string) => fetch(`${origin}/api/calendar/${feed}.ics`),
    clients: (origin: string) => fetch(`${origin}/api/v1/clients`, { headers }),
    testimonials: (origin: string) => fetch(`${origin}/api/v1/testimonials`, { headers }),
  };
}

test("AZ-10 a right to report that is taken away holds at the next request, on the other instance too: figures, sheets, rosters, calendar address and API key", async ({
  app,
}) => {
  test.setTimeout(240_000);
  const world = await makeWorld();
  const { own } = await makeRecords(world, app.origin);
  const twin = await startTwin(app);
  const origins = [app.origin, twin.origin];
  try {
    const { accountId, narrow } = await somebody("ADMINISTRATOR", everything);
    const { name, value } = await signInCookie({ accountId }, { origin: app.origin, confirmed: true });
    const far = await outside(accountId);
    const open = async (origin: string) => {
      const found: string[] = [];
      for (const { address } of doorsOf(own)) {
        const { status } = await ask(origin, { address, cookie: `${name}=${value}` });
        if (status === 200) found.push(address);
      }
      if ((await far.calendar(origin)).status === 200) found.push("calendar");
      if ((await far.clients(origin)).status === 200) found.push("key");
      return found;
    };
    for (const origin of origins) expect(await open(origin)).toHaveLength(doorsOf(own).length + 2);
    await narrow(nothing);
    for (const origin of origins) expect(await open(origin), origin).toEqual([]);
    // What is published anyway asks for nothing.
    for (const origin of origins) expect((await far.testimonials(origin)).status).toBe(200);
    await narrow(everything);
    for (const origin of origins) expect(await open(origin)).toHaveLength(doorsOf(own).length + 2);
  } finally {
    await twin.stop();
  }
});

/** A file that was planned, with a row that stays out. */
async function importWithRefused(): Promise<string> {
  const actor = accountActor("staff", { accountId: (await make.account()).id, confirmed: true });
  const text = "Client Number,Client Name,City\n,,Evanston\n77,Numbered Bakery,Peoria\n";
  await plannedImport(actor, { text, centerId: (await make.center()).id });
  return (await db.operation.findFirstOrThrow({ where: { kind: "import" }, orderBy: { id: "desc" } })).id;
}

test("S3-56 whoever may look and not report finds no way out in the pages, and reads why", async ({
  page,
  context,
  app,
}) => {
  test.setTimeout(180_000);
  const world = await makeWorld();
  const { own } = await makeRecords(world, app.origin);
  const { accountId } = await somebody("STAFF", nothing);
  await make.practitioner({ accountId });
  const mailing = await make.mailing({ subject: "Autumn news", clientIds: [own.clientId ?? ""] });
  await db.mailing.update({ where: { id: mailing.id }, data: { status: "SENT", sentAt: new Date() } });
  await signInAs(context, { accountId }, { origin: app.origin, confirmed: true });
  for (const list of ["clients", "contacts", "prospects"]) {
    await page.goto(`/staff/${list}`);
    await page.getByRole("button", { name: "More", exact: true }).click();
    const entry = page.getByRole("menuitem", { name: "Export as a Sheet" });
    await expect(entry).toHaveAttribute("aria-disabled", "true");
    await expect(entry).toContainText("the right to report on these records");
    await page.keyboard.press("Escape");
  }
  await expect(page.getByRole("link", { name: "Board" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Sales" })).toBeHidden();
  await page.goto("/staff/scheduling");
  await expect(page.getByText("Coverage takes the right to report on Sessions")).toBeVisible();
  await expect(page.getByRole("link", { name: "Coverage of the Week" })).toBeHidden();
  await page.goto(`/staff/events/${own.eventId}`);
  await expect(page.getByRole("link", { name: "Print Roster" })).toBeHidden();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await expect(page.getByRole("menuitem", { name: "Print Roster" })).toHaveAttribute("aria-disabled", "true");
  await page.goto(`/staff/admin/import/${await importWithRefused()}`);
  await expect(page.getByRole("link", { name: "Download Refused Rows" })).toBeHidden();
  await expect(page.getByText("The sheets take the right to report on all Clients")).toBeVisible();
  const by = accountActor("staff", { accountId: (await make.account()).id });
  const change = { noun: "clients" as const, field: "language", value: "es", ids: [own.clientId ?? ""] };
  await page.goto(`/staff/admin/updates/${(await updated(by, change)).operationId}`);
  await expect(page.getByText("The sheet takes the right to report on all of these records")).toBeVisible();
  await expect(page.getByRole("link", { name: "Download Results" })).toBeHidden();
  await page.goto(`/staff/mailings/${mailing.id}`);
  await expect(page.getByText("Seeing who got it takes the right to report on mailings")).toBeVisible();
  await page.goto("/staff/calendar");
  const print = page.getByRole("button", { name: /^Printing this calendar takes the right/ });
  await expect(print).toHaveAttribute("aria-disabled", "true");
  await expectNoAxeViolations(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("region", { name: "Sessions" })).toBeHidden();
  await expect(page.getByText("Printing this calendar takes the right")).toBeVisible();
  await page.emulateMedia({ media: null });
  await page.goto("/staff/sessions/new?startsAt=2033-01-03T15:00:00Z");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator('a[href^="/staff/scheduling/coverage"]')).toHaveCount(0);
  await page.goto("/staff/account");
  await expectNoAxeViolations(page);
  await expect(page.getByText("A calendar program may read your calendar only when")).toBeVisible();
  await expect(page.getByRole("heading", { name: "What Report covers" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Sales figures/ })).toContainText("No");
});

test("S3-56 whoever may view and report, and change nothing, takes a list out of its page", async ({
  page,
  context,
  app,
}) => {
  const account = await make.account();
  await make.client({ name: "Counted Bakery" });
  const rights = rightsOf((_, verb) => (verb === "view" || verb === "report" ? "all" : "none"));
  const group = await db.rightsGroup.create({ data: { name: `Analysts ${account.id}`, rights } });
  await db.accountGroup.create({ data: { accountId: account.id, groupId: group.id } });
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed: true });
  await page.goto("/staff/clients");
  await expect(page.getByRole("link", { name: "New Client" })).toBeHidden();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await expect(page.getByRole("menuitem")).toHaveCount(1);
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export as a Sheet" }).click();
  expect((await download).suggestedFilename()).toBe("Clients.csv");
});
