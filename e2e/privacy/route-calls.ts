import type { App } from "../support/app";
import type { Question, Reply } from "../support/ask";
import { type BuiltRoute, builtRoutes } from "../support/built-routes";
import { PRINCIPALS, type Principal } from "./expected";
import type { Outcome, Route } from "./expected-route";
import { EXPECTED_ROUTES, expectedOutcome } from "./expected-routes";
import { makeRecords, type Parameters, type Records } from "./records";
import { cookieOf, makeWorld } from "./world";

const READING = ["GET", "HEAD"];
const OTHER = ["HEAD", "POST", "PUT", "PATCH", "DELETE"];
/** What is handed in, by the address that takes it. */
const UPLOADS: Record<string, { query: string; body: string }> = {
  "/api/imports": { query: "name=sheet.csv", body: "Client Number,Client Name\n2,Another Bakery\n" },
  "/api/documents": { query: "subjectKind=client&subjectId=[clientId]&name=letter.txt", body: "A letter" },
  "/api/documents/handed-in": { query: "clientId=[clientId]&name=letter.txt", body: "A letter from home" },
  "/api/documents/[documentId]/versions": { query: "name=letter.txt", body: "A newer letter" },
};

/** Everybody's cookie, and records that are theirs, a stranger's and nobody's. */
export type RouteWorld = { records: Records; cookies: Record<Principal, string | null> };

export async function makeRouteWorld(app: App): Promise<RouteWorld> {
  const world = await makeWorld();
  const records = await makeRecords(world, app.origin);
  const cookies = await Promise.all(PRINCIPALS.map(async (one) => [one, await cookieOf(world, one, app.origin)]));
  return { records, cookies: Object.fromEntries(cookies) };
}

export type RouteCall = {
  principal: Principal;
  route: BuiltRoute;
  method: string;
  kind: keyof Omit<Records, "mark">;
  question: Question;
};

const routeOf = (address: string): Route => EXPECTED_ROUTES[address] ?? { through: "" };

/** Whether the address names a record that may be somebody else's. */
export function namesRecord({ address }: BuiltRoute): boolean {
  return /\[(client|contact|document|event|signature|prospect)Id\]/.test(routeOf(address).address ?? address);
}

/** One request as one person would make it. */
export function routeCall(
  { records, cookies }: RouteWorld,
  { principal, route, method, kind }: Omit<RouteCall, "question">,
): RouteCall {
  const values: Parameters = records[kind];
  const upload = method === "POST" ? UPLOADS[route.address] : undefined;
  const pattern = `${routeOf(route.address).address ?? route.address}${upload ? `?${upload.query}` : ""}`;
  const address = pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => values[name] ?? `no-${name}`);
  const question = upload ? { address, body: upload.body } : { address };
  return { principal, route, method, kind, question: { ...question, method, cookie: cookies[principal] } };
}

/**
 * Every address with every record: what it answers by itself as everybody, and what it has no answer to as two. A page
 * does for HEAD what it does for GET, which two show as well.
 */
export function routeCalls(principal: Principal, world: RouteWorld): RouteCall[] {
  const others = principal === "AD" || principal === "AN" ? OTHER : [];
  return builtRoutes().flatMap((route) => {
    const methods = new Set(["GET", ...(route.handler ? READING : []), ...route.methods, ...others]);
    const kinds = namesRecord(route) ? (["own", "foreign"] as const) : (["own"] as const);
    return [...methods].flatMap((method) => kinds.map((kind) => routeCall(world, { principal, route, method, kind })));
  });
}

/** What the list written by hand says of it. */
export function expectedOf({ principal, route, method, kind }: RouteCall): Outcome {
  const { through, foreign = through, methods = {}, denied } = routeOf(route.address);
  const listed = methods[method];
  if (listed !== undefined) return listed ? expectedOutcome(principal, listed) : "none";
  // A page that is sent a form without an action shows itself.
  if (route.handler && !READING.includes(method)) return "none";
  const own = expectedOutcome(principal, through, denied);
  return kind === "own" || own !== "through" ? own : expectedOutcome(principal, foreign, "none");
}

/** What became of it. */
export function outcomeOf({ status, location, body }: Reply): Outcome | "broken" {
  if (status >= 500) return "broken";
  if (status === 401) return "sign-in";
  if (status === 403) return body.includes('"needs_confirmation"') ? "confirm" : "none";
  if ([400, 404, 405].includes(status)) return "none";
  if (status < 300 || status > 399) return "through";
  const { pathname } = new URL(location, "http://here.invalid");
  if (pathname === "/staff/confirm") return "confirm";
  return /^\/(staff\/)?sign-in$/.test(pathname) ? "sign-in" : "through";
}

/** Why the answer is not the expected one; null when it is. */
export function surprise(call: RouteCall, reply: Reply): string | null {
  const [expected, outcome] = [expectedOf(call), outcomeOf(reply)];
  // An answer without a body cannot say why it refuses.
  if (outcome === expected || (call.method === "HEAD" && outcome === "none" && expected === "confirm")) return null;
  const { principal, method, route, kind } = call;
  return `${principal} ${method} ${route.address} (${kind}): ${outcome} (${reply.status} ${reply.location}), not ${expected}`;
}
