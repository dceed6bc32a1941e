import { ALL, CONFIRMED, CONTACTS, type Principal, STAFF, TEAM } from "./expected";
import { type Outcome, page, type Route } from "./expected-route";
import { ADMIN_ROUTES } from "./expected-routes-admin";

/** Records that a practitioner has only some of. */
const served = page(TEAM, { foreign: STAFF });

/** Who gets in where, written by hand: the app's own table is what is under test. */
export const EXPECTED_ROUTES: Record<string, Route> = {
  ...ADMIN_ROUTES,
  // Everybody who is signed in has a home: the team's is the back office.
  "/": page(`${TEAM} ${CONTACTS}`),
  "/account": page(CONTACTS),
  // OC is no signer of the client's agreement, GU acts for another client.
  "/api/agreements/[signatureId]": page(`${STAFF} PC`, { foreign: STAFF }),
  "/api/audit": page("AD"),
  "/api/auth/[...nextauth]": page(ALL, { methods: { HEAD: "" }, denied: "none" }),
  // Nobody has the address: the token is all that counts.
  "/api/calendar/[token]": page("", { denied: "none" }),
  "/api/configuration": page("AD"),
  "/api/documents": page("", { methods: { POST: TEAM }, denied: "none" }),
  // Shared with the client: the other contact does not speak for it.
  // The center of the world has no logo: there is nothing behind it for anybody.
  "/api/centers/[centerId]/logo": page("", { denied: "none" }),
  "/api/practitioners/[practitionerId]/photo": page(""),
  "/api/documents/[documentId]": page(`${TEAM} PC`, { foreign: STAFF }),
  "/api/documents/[documentId]/preview": page(`${TEAM} PC`, { foreign: STAFF }),
  // A document of its own, because a version that is added is the one that is shown.
  "/api/documents/[documentId]/versions": page("", {
    address: "/api/documents/[replacedId]/versions",
    methods: { POST: STAFF },
    denied: "none",
  }),
  // Only whoever acts for the client hands something in for it.
  "/api/documents/handed-in": page("", { methods: { POST: "PC" }, foreign: "", denied: "none" }),
  "/api/events/[eventId]/calendar": page(ALL, { foreign: "", denied: "none" }),
  "/api/exports/[list]": page(CONFIRMED, { address: "/api/exports/clients" }),
  "/api/health": page(ALL),
  "/api/imports": page("", { methods: { POST: CONFIRMED }, denied: "none" }),
  "/api/imports/[operationId]/results": page(CONFIRMED, { address: "/api/imports/[importId]/results" }),
  "/api/live/calendar": page(TEAM, {
    address: "/api/live/calendar?first=2026-03-01&end=2026-03-08&zone=UTC",
  }),
  "/api/live/colleagues": page(STAFF),
  "/api/live/inbox": page(TEAM),
  "/api/live/mailings/[mailingId]": page(STAFF),
  "/api/live/operations/[operationId]": page(STAFF, { address: "/api/live/operations/[importId]" }),
  "/api/live/search": page(TEAM, { address: "/api/live/search?q=mark" }),
  "/api/live/session-clients": page(TEAM, { address: "/api/live/session-clients?q=mark" }),
  "/api/live/similar": page(STAFF, { address: "/api/live/similar?kind=client&name=mark" }),
  "/api/live/template-clients": page(STAFF, { address: "/api/live/template-clients?q=mark" }),
  "/api/ready": page(ALL),
  "/api/unsubscribe/[token]": page(ALL),
  "/api/updates/[operationId]/results": page(STAFF, { address: "/api/updates/[updateId]/results" }),
  // No cookie opens these; e2e/api/keys.spec.ts asks with keys.
  "/api/v1/[resource]": page("", {
    address: "/api/v1/testimonials",
    denied: "sign-in",
  }),
  "/api/v1/[resource]/[id]": page("", {
    address: "/api/v1/testimonials/none",
    denied: "sign-in",
  }),
  "/api/v1/openapi.json": page(ALL),
  // The other contact speaks for nobody, the guardian for another client.
  "/availability": page("PC", { address: "/availability?client=[clientId]", foreign: "" }),
  "/documents": page(CONTACTS),
  "/forgot-password": page(ALL),
  "/forgot-password/passcode": page(ALL),
  "/inquire/[center]": page(ALL, { address: "/inquire/[centerId]" }),
  "/my-information": page("PC OC", { address: "/my-information?client=[clientId]", foreign: "" }),
  "/my-information/email/[token]": page(CONTACTS),
  "/practitioners": page(CONTACTS),
  "/sessions": page(CONTACTS),
  "/sessions/book": page(CONTACTS),
  "/sessions/waiting": page(CONTACTS),
  "/set-password": page(ALL),
  "/sign-agreement": page(CONTACTS, { address: "/sign-agreement?client=[clientId]" }),
  "/sign-in": page(ALL),
  "/staff": page(TEAM),
  "/staff/account": page(TEAM),
  "/staff/calendar": page(TEAM),
  "/staff/my-day": page(TEAM),
  "/staff/clients": page(TEAM),
  "/staff/clients/[clientId]": served,
  "/staff/clients/[clientId]/agreement": page(STAFF),
  "/staff/clients/[clientId]/availability": served,
  "/staff/clients/[clientId]/billing": page(STAFF),
  "/staff/clients/[clientId]/contacts": served,
  "/staff/clients/[clientId]/defaults": served,
  "/staff/clients/[clientId]/details": served,
  "/staff/clients/[clientId]/documents": served,
  "/staff/clients/[clientId]/edit": page(STAFF),
  "/staff/clients/[clientId]/history": page(STAFF),
  "/staff/clients/[clientId]/make-client": page(STAFF),
  "/staff/clients/[clientId]/make-client/undo": page(""),
  "/staff/clients/[clientId]/messages": served,
  "/staff/clients/[clientId]/messages/new": page(STAFF),
  "/staff/clients/[clientId]/payments": page(STAFF),
  "/staff/clients/[clientId]/portal": page(STAFF),
  "/staff/clients/[clientId]/reportable": page(STAFF),
  "/staff/clients/[clientId]/sessions": served,

  "/staff/clients/[clientId]/status": page(STAFF),
  "/staff/clients/new": page(STAFF),
  "/staff/confirm": page(STAFF),
  "/staff/contacts": page(TEAM),
  "/staff/contacts/[contactId]": served,
  "/staff/contacts/[contactId]/documents": served,
  "/staff/contacts/[contactId]/edit": page(STAFF),
  "/staff/contacts/[contactId]/history": page(STAFF),
  "/staff/contacts/new": page(STAFF),
  "/staff/delete/[kind]/[recordId]": page(CONFIRMED, { address: "/staff/delete/client/[clientId]" }),
  "/staff/events": page(TEAM),
  "/staff/events/[eventId]": page(TEAM),
  "/staff/events/[eventId]/edit": page(STAFF),
  "/staff/events/[eventId]/roster": page(STAFF),
  "/staff/events/new": page(STAFF),
  "/staff/inbox": page(TEAM),
  "/staff/mailings": page(STAFF),
  "/staff/mailings/[mailingId]": page(STAFF),
  "/staff/mailings/[mailingId]/recipients": page(STAFF),
  "/staff/mailings/[mailingId]/review": page(STAFF),
  "/staff/mailings/[mailingId]/write": page(STAFF),
  "/staff/mailings/completeness": page(STAFF),
  "/staff/mailings/new": page(STAFF),
  "/staff/practitioners": page(TEAM),
  "/staff/practitioners/[practitionerId]": page(TEAM),
  "/staff/practitioners/[practitionerId]/availability": page(TEAM),
  "/staff/practitioners/[practitionerId]/sessions": page(TEAM),
  "/staff/practitioners/[practitionerId]/leave": page("AD"),
  "/staff/practitioners/[practitionerId]/edit": page(STAFF),
  "/staff/practitioners/new": page(STAFF),
  "/staff/proposals": page(STAFF),
  "/staff/prospects": page(TEAM),
  "/staff/prospects/[prospectId]": served,
  // Nothing was made a client yet, so there is nothing to show.
  "/staff/prospects/[prospectId]/conversion": page(""),
  "/staff/prospects/[prospectId]/convert": page(STAFF),
  "/staff/prospects/[prospectId]/documents": served,
  "/staff/prospects/[prospectId]/edit": page(STAFF),
  "/staff/prospects/[prospectId]/history": page(STAFF),
  "/staff/prospects/[prospectId]/messages": served,
  "/staff/prospects/[prospectId]/messages/new": page(STAFF),
  "/staff/prospects/board": page(TEAM),
  "/staff/prospects/new": page(STAFF),
  "/staff/prospects/sales": page(TEAM),
  "/staff/recycle-bin": page(STAFF),
  "/staff/set-password/[token]": page(ALL),
  // The app has its administrators already: for everybody the page is gone.
  "/staff/set-up": page("", { denied: "none" }),
  "/staff/sign-in": page(ALL),
  // Nobody here waits for a second step: all are led to the first.
  "/staff/sign-in/second-factor": page("", { denied: "sign-in" }),
  "/staff/sessions/[sessionId]": served,
  "/staff/sessions/[sessionId]/edit": served,
  "/staff/sessions/[sessionId]/series": served,
  "/staff/sessions/new": page(TEAM),
  "/staff/scheduling": page(STAFF),
  "/staff/scheduling/coverage": page(STAFF),
  "/staff/scheduling/waiting": page(STAFF),
  "/staff/practitioners/[practitionerId]/cover": page(STAFF),
  "/staff/my-day/cover": page(TEAM),
  "/staff/tasks": page(TEAM),
  "/staff/testimonials": page(STAFF),
  "/staff/testimonials/[testimonialId]": page(STAFF),
  "/staff/testimonials/new": page(STAFF),
  "/staff/tasks/[taskId]": served,
  "/staff/update/[noun]": page(STAFF, { address: "/staff/update/clients?ids=[clientId]" }),
  "/staff/tasks/new": page(STAFF),
  "/training-events": page(ALL),
  "/training-events/[eventId]": page(ALL, { foreign: "", denied: "none" }),
  "/training-events/cancel/[token]": page(ALL),
  "/unsubscribe/[token]": page(ALL),
  "/verify": page(ALL),
  "/verify/[code]": page(ALL),
  "/welcome/[token]": page(ALL),
};

/** The same person with the password confirmed. */
const CONFIRMED_AS: Partial<Record<Principal, Principal>> = { AS: "AD", ST: "SC" };

/** Nobody is led to the sign-in, who may after confirming the password to that, and for the others there is nothing. */
export function expectedOutcome(principal: Principal, who: string, denied?: Outcome): Outcome {
  const listed = (one: Principal | undefined) => one !== undefined && who.split(" ").includes(one);
  if (listed(principal)) return "through";
  if (denied) return denied;
  if (principal === "AN") return "sign-in";
  return listed(CONFIRMED_AS[principal]) ? "confirm" : "none";
}
