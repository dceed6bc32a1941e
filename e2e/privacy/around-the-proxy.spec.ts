import { ask, inLanes, type Question, type Reply } from "../support/ask";
import { builtRoutes } from "../support/built-routes";
import { expect, test } from "../support/test";
import type { Principal } from "./expected";
import { expectedOf, makeRouteWorld, outcomeOf, type RouteCall, routeCall } from "./route-calls";

test.use({ alone: "around the proxy" });

const RSC = { rsc: "1", accept: "text/x-component" };

/** How requests have slipped past what stands in front of a Next app (CVE-2025-29927 and its successors). */
const HEADERS: Record<string, string>[] = [
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-prefetch": "1" },
  { "x-middleware-next": "1", "x-middleware-rewrite": "/staff", "x-nextjs-data": "1" },
  { ...RSC },
  { ...RSC, "next-router-prefetch": "1" },
  { ...RSC, "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { ...RSC, "next-router-segment-prefetch": "/_full" },
  {
    ...RSC,
    "next-router-state-tree": encodeURIComponent('["",{"children":["(staff)",{}]},"$undefined","refetch",true]'),
  },
  { "x-original-url": "/api/health", "x-rewrite-url": "/api/health", "x-invoke-path": "/api/health" },
  { "x-matched-path": "/api/health", "x-now-route-matches": "1", "x-next-cache-tags": "_N_T_/layout" },
  { "x-forwarded-host": "evil.example", "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" },
];

const cased = (path: string) => path.replace(/[a-z]/, (letter) => letter.toUpperCase());

/** The same address in other spellings. */
const SPELLINGS: ((path: string) => string)[] = [
  (path) => `${path}${path.includes("?") ? "&" : "?"}_rsc=abcde`,
  (path) => path.replace(/(\?|$)/, ".rsc$1"),
  (path) => path.replace(/(\?|$)/, ".segments/_tree.segment.rsc$1"),
  (path) => path.replace(/(\?|$)/, "/$1"),
  (path) => `/${path}`,
  (path) => path.replace(/(?<=.)\//, "//"),
  (path) => path.replace(/(?<=.)\//, "%2f"),
  (path) => path.replace(/(?<=.)\//, "/./"),
  (path) => path.replace(/(?<=.)\//, "\\"),
  (path) => `/_next/data/development${path.replace(/(\?|$)/, ".json$1")}`,
  (path) => `/_next/static/..%2f..${path}`,
  (path) => cased(path),
];

/** Addresses that show a stranger's name to whoever may see it; people who are signed in try only these. */
const TELLING = new Set([
  "/api/agreements/[signatureId]",
  "/api/live/search",
  "/my-information",
  "/staff/admin/accounts",
  "/staff/clients",
  "/staff/clients/[clientId]",
  "/staff/clients/[clientId]/edit",
  "/staff/contacts/[contactId]",
  "/staff/events/[eventId]/roster",
  "/staff/mailings",
]);

type Way = { address: string; headers?: Record<string, string>; method?: string };

function waysTo(address: string): Way[] {
  return [
    ...HEADERS.map((headers) => ({ address, headers })),
    ...HEADERS.slice(5, 9).map((headers) => ({
      address: `${address}${address.includes("?") ? "&" : "?"}_rsc=1`,
      headers,
    })),
    ...SPELLINGS.map((spell) => ({ address: spell(address) })),
    ...SPELLINGS.slice(1, 3).map((spell) => ({ address: spell(address), headers: RSC })),
    { address, method: "HEAD" },
  ];
}

/** Next sends requests for data on to the same address with a checksum first. */
async function askOn(origin: string, question: Question): Promise<Reply> {
  const reply = await ask(origin, question);
  const next = reply.location ? new URL(reply.location, origin) : null;
  if (!next?.searchParams.has("_rsc") || next.pathname !== new URL(question.address, origin).pathname) return reply;
  return ask(origin, { ...question, address: next.pathname + next.search });
}

test("AZ-09 no header and no spelling of an address gives anybody a byte that the plain request does not", async ({
  app,
}) => {
  test.setTimeout(300_000);
  const world = await makeRouteWorld(app);
  const { mark } = world.records;
  const surprises: string[] = [];
  const denied = (["AN", "PC", "PR"] as const satisfies Principal[]).flatMap((principal) =>
    builtRoutes()
      .filter(({ address }) => principal === "AN" || TELLING.has(address))
      .map((route) => routeCall(world, { principal, route, method: "GET", kind: "foreign" }))
      .filter((call) => expectedOf(call) !== "through" && !call.route.address.endsWith("/new")),
  );
  const tries = denied.flatMap((call) => waysTo(call.question.address).map((way) => ({ call, way })));
  await inLanes(tries, async ({ call, way }) => {
    const reply = await askOn(app.origin, { ...call.question, ...way });
    const what = `${call.principal} ${JSON.stringify(way)}`;
    const leaks = Object.values(mark).filter((one) => reply.body.includes(one));
    // Practitioners and contacts see their own client's name in whatever is theirs.
    if (leaks.includes(mark.foreign) || (call.principal === "AN" && leaks.length > 0))
      surprises.push(`${what}: shows a name`);
    // Next itself fails on a router's state that it did not write.
    const broken = reply.status >= 500 && !way.headers?.["next-router-state-tree"];
    if (broken) surprises.push(`${what}: ${reply.status}`);
    // Next answers some headers of its own with an empty object, without asking any page.
    const said = outcomeOf(reply) === "through" && reply.body !== "{}";
    if (way.headers && !way.headers.rsc && said) surprises.push(`${what}: ${reply.status}`);
  });
  expect(surprises).toEqual([]);
});

test("AZ-09 whoever may see a page gets its bytes by the same means, so that the search above looks for the right ones", async ({
  app,
}) => {
  const world = await makeRouteWorld(app);
  const call = (address: string): RouteCall =>
    routeCall(world, {
      principal: "ST",
      route: { address, handler: false, methods: ["GET"] },
      method: "GET",
      kind: "foreign",
    });
  for (const address of ["/staff/clients/[clientId]", "/staff/contacts/[contactId]", "/staff/events/[eventId]"]) {
    const { question } = call(address);
    for (const headers of [{}, RSC, HEADERS[0] ?? {}]) {
      const reply = await askOn(app.origin, { ...question, headers });
      expect(reply.body, `${address} ${JSON.stringify(headers)}`).toContain(world.records.mark.foreign);
    }
  }
});
