import type { Permission } from "@/lib/platform/access/permissions";
import { ACTIONS } from "@/lib/policy";
import { ask } from "../support/ask";
import { builtActions, callAction } from "../support/call-action";
import { databaseDigest } from "../support/database-digest";
import { expect, test } from "../support/test";
import { getsThrough, PRINCIPALS } from "./expected";
import { cookieOf, everyField, makeWorld, randomId } from "./world";

/** Its own answer to whoever has not given the first of the two steps. */
const NEEDS_FIRST_STEP = new Set(["giveSecondFactorAction"]);
const DENIED = new Set(["not_signed_in", "not_permitted", "needs_confirmation"]);
test.use({ alone: "role matrix" });

const rows = Object.entries(ACTIONS) as [string, Permission][];

/** How to call each action, by name. */
function doors() {
  const built = new Map(builtActions().map((action) => [action.name, action]));
  return (name: string) => built.get(name) ?? { id: "", address: "/staff/sign-in" };
}

test("AZ-01 every action of the build has a row in the policy, and every row an action", () => {
  const built = builtActions().map(({ name }) => name);
  expect(built.toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
});

test("AZ-02 AZ-03 whoever may not do something is told so, and nothing is written", async ({ app }) => {
  test.setTimeout(600_000);
  const world = await makeWorld();
  const door = doors();
  const fields = everyField(world.ids);
  const surprises: string[] = [];
  let before = await databaseDigest(app.ownerUrl);
  for (const principal of PRINCIPALS) {
    const cookie = await cookieOf(world, principal, app.origin);
    before = await databaseDigest(app.ownerUrl);
    for (const [name, permission] of rows.filter(([, permission]) => !getsThrough(principal, permission))) {
      const answer = await callAction(app.origin, door(name), { cookie, fields });
      const after = await databaseDigest(app.ownerUrl);
      const written = Object.keys(after).filter((table) => after[table] !== before[table]);
      if (!DENIED.has(answer.code))
        surprises.push(`${principal} ${name} (${permission}): ${answer.status} ${answer.code}`);
      if (written.length > 0) surprises.push(`${principal} ${name} (${permission}): wrote ${written.join(", ")}`);
      before = after;
    }
  }
  expect(surprises).toEqual([]);
});

test("AZ-02 whoever may do something is not turned away at the door", async ({ app }) => {
  test.setTimeout(600_000);
  const door = doors();
  const surprises: string[] = [];
  for (const principal of PRINCIPALS) {
    const world = await makeWorld();
    const fields = everyField(world.ids);
    for (const [name, permission] of rows.filter(([, permission]) => getsThrough(principal, permission))) {
      const cookie = await cookieOf(world, principal, app.origin);
      const answer = await callAction(app.origin, door(name), { cookie, fields });
      const turnedAway = DENIED.has(answer.code) && !NEEDS_FIRST_STEP.has(name);
      if (turnedAway || answer.status >= 500) {
        surprises.push(`${principal} ${name} (${permission}): ${answer.status} ${answer.code}`);
      }
    }
  }
  expect(surprises).toEqual([]);
});

test("AZ-04 a stranger's record answers exactly as one that does not exist, and names itself nowhere", async ({
  app,
}) => {
  test.setTimeout(300_000);
  const door = doors();
  const surprises: string[] = [];
  for (const principal of ["PC", "OC", "GU", "PR"] as const) {
    const scoped = rows.filter(
      ([name, permission]) => permission.startsWith("portal.") && !name.startsWith("register"),
    );
    for (const [name] of scoped) {
      // Two worlds, because what is anybody's own is changed by the first call.
      const [one, other] = [await makeWorld(), await makeWorld()];
      const unknown = Object.fromEntries(Object.keys(other.ids).map((key) => [key, randomId()]));
      const foreign = await callAction(app.origin, door(name), {
        cookie: await cookieOf(one, principal, app.origin),
        fields: everyField(one.ids),
      });
      const none = await callAction(app.origin, door(name), {
        cookie: await cookieOf(other, principal, app.origin),
        fields: everyField(unknown),
      });
      if (foreign.code !== none.code || foreign.status !== none.status) {
        surprises.push(`${principal} ${name}: ${foreign.code} for a stranger's, ${none.code} for none`);
      }
    }
  }
  expect(surprises).toEqual([]);
});

test("WB-01 nothing is done for a page that is not ours", async ({ app }) => {
  const world = await makeWorld();
  const door = doors();
  const cookie = await cookieOf(world, "AD", app.origin);
  const hostile: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `${app.origin}.evil.example` },
    { origin: app.origin.replace(/\d+$/, "1") },
    { origin: app.origin.replace("http://", "https://") },
    { origin: app.origin.replace("http://", "http://www.") },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { origin: "" },
  ];
  for (const headers of hostile) {
    const before = await databaseDigest(app.ownerUrl);
    for (const [name] of rows) {
      const answer = await callAction(app.origin, door(name), { cookie, fields: everyField(world.ids), headers });
      expect(answer.code, `${name} from ${JSON.stringify(headers)}`).toBe("foreign_origin");
    }
    for (const address of ["/api/imports?name=sheet.csv", "/api/auth/signout", "/api/auth/session"]) {
      const { status } = await ask(app.origin, {
        address,
        method: "POST",
        cookie,
        headers,
        body: "Client Number\n1\n",
      });
      expect(status, `${address} from ${JSON.stringify(headers)}`).toBe(403);
    }
    expect(await databaseDigest(app.ownerUrl)).toEqual(before);
  }
});
