import { ROUTES } from "@/lib/policy-routes";
import { ask, inLanes, type Reply } from "../support/ask";
import { builtRoutes } from "../support/built-routes";
import { databaseDigest } from "../support/database-digest";
import { expect, test } from "../support/test";
import { PRINCIPALS, type Principal } from "./expected";
import { EXPECTED_ROUTES } from "./expected-routes";
import {
  expectedOf,
  makeRouteWorld,
  namesRecord,
  type RouteCall,
  routeCall,
  routeCalls,
  surprise,
} from "./route-calls";

test.use({ alone: "route matrix" });

/** Reads a copy of an agreement or a document, or takes a list or the audit out, which is kept in the history on purpose. */
const isRecorded = ({ route }: RouteCall) => /^\/api\/(agreements|audit|documents|exports)\b/.test(route.address);

/** Where a page is cut into pieces on its way depends on the moment. */
const PIECE_END = /"\]\)<\/script><script nonce="[\w-]*">self\.__next_f\.push\(\[1,"/g;

/** Ids, nonces and cuts away: what remains must be the same. */
function essence(body: string, ids: readonly string[]): string {
  return ids
    .reduce((text, id) => text.replaceAll(id, "<id>"), body)
    .replace(PIECE_END, "")
    .replace(/nonce="?[\w-]+|\\?"nonce\\?":\\?"[\w-]+/g, "<nonce>")
    .replace(/[0-9a-f]{32}/g, "<hex>");
}

test("AZ-01 every address of the build has its row in the policy and in the list written by hand", () => {
  const built = builtRoutes()
    .map(({ address }) => address)
    .toSorted();
  expect(Object.keys(ROUTES).toSorted()).toEqual(built);
  expect(Object.keys(EXPECTED_ROUTES).toSorted()).toEqual(built);
});

test("AZ-02 AZ-03 SE-05 every address lets in whom it should, and reading or being denied changes nothing", async ({
  app,
}) => {
  test.setTimeout(600_000);
  const world = await makeRouteWorld(app);
  const surprises: string[] = [];
  for (const principal of PRINCIPALS) {
    const calls = routeCalls(principal, world).filter((call) => !isRecorded(call));
    const harmless = calls.filter(
      (call) => expectedOf(call) !== "through" || call.method !== "POST" || !call.route.handler,
    );
    const before = await databaseDigest(app.ownerUrl);
    const replies = await inLanes(harmless, ({ question }) => ask(app.origin, question));
    const after = await databaseDigest(app.ownerUrl);
    const written = Object.keys(after).filter((table) => after[table] !== before[table]);
    if (written.length > 0) surprises.push(`${principal}: wrote ${written.join(", ")}`);
    const rest = calls
      .filter((call) => !harmless.includes(call))
      .concat(routeCalls(principal, world).filter(isRecorded));
    const more = await inLanes(rest, ({ question }) => ask(app.origin, question));
    [...harmless, ...rest].forEach((call, place) => {
      const reply = [...replies, ...more][place] as Reply;
      const found = surprise(call, reply);
      if (found) surprises.push(found);
      const cached = reply.headers.get("cache-control") ?? "";
      if (!cached.includes("no-store")) surprises.push(`${call.method} ${call.route.address}: "${cached}" may be kept`);
    });
  }
  expect(surprises).toEqual([]);
});

const TRIES = 8;

/** How much longer one answer is than the other, at least: a page is put together in the order its parts are ready. */
async function leastApart(
  pair: { theirs: RouteCall; nobodys: RouteCall },
  { origin, of }: { origin: string; of: (body: string) => string },
) {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < TRIES && least > 16; turn++) {
    const [one, other] = [await ask(origin, pair.theirs.question), await ask(origin, pair.nobodys.question)];
    least = Math.min(least, Math.abs(of(one.body).length - of(other.body).length));
  }
  return least;
}

test("AZ-04 a stranger's record answers exactly as one that does not exist, and its name stands nowhere", async ({
  app,
}) => {
  test.setTimeout(200_000);
  const world = await makeRouteWorld(app);
  const { foreign, unknown, mark } = world.records;
  const ids = [...Object.values(foreign), ...Object.values(unknown)].filter((id) => id.length > 8);
  const routes = builtRoutes().filter((route) => namesRecord(route));
  const surprises: string[] = [];
  for (const principal of ["PR", "PC", "OC", "GU", "AN"] as const satisfies Principal[]) {
    const pairs = routes.map((route) => ({
      route,
      theirs: routeCall(world, { principal, route, method: "GET", kind: "foreign" }),
      nobodys: routeCall(world, { principal, route, method: "GET", kind: "unknown" }),
    }));
    await inLanes(pairs, async ({ route, theirs, nobodys }) => {
      const [one, other] = [await ask(app.origin, theirs.question), await ask(app.origin, nobodys.question)];
      const what = `${principal} ${route.address}`;
      // Staff and practitioners may see every event, drafts too.
      const mayKnow = expectedOf(theirs) === "through" && !/client=/.test(theirs.question.address);
      if (one.body.includes(mark.foreign) && !mayKnow) surprises.push(`${what}: shows a stranger's name`);
      if (mayKnow) return;
      if (one.status !== other.status)
        surprises.push(`${what}: ${one.status} for a stranger's, ${other.status} for none`);
      const apart = await leastApart({ theirs, nobodys }, { origin: app.origin, of: (body) => essence(body, ids) });
      if (apart > 16) surprises.push(`${what}: ${apart} characters longer or shorter`);
    });
  }
  expect(surprises).toEqual([]);
});
