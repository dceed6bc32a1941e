import { type GrantedRights, RECORD_KINDS, type RecordKind, type RightVerb, reachOf, seesEverything } from "./rights";

/** Who a person can be to the app. `administrator` counts only inside administrator mode. */
export type Role = "administrator" | "staff" | "practitioner" | "contact" | "anonymous" | "key" | "system";

type Rule = {
  roles: readonly Role[];
  /** Needs the password confirmed in the last 30 minutes: administrator mode, or its equal for staff. */
  confirmed?: true;
  /** Needs it confirmed in the last five minutes: what is hard to take back, or opens doors to others. */
  fresh?: true;
  /** The right over records that it takes besides the role; groups give it, never further than the role goes. */
  right?: readonly [RecordKind, RightVerb];
  /** Takes many records of these kinds out or sums them up: besides its own right it takes that to report on each of them. */
  reports?: readonly RecordKind[];
  /** It is only about those of `reports` that the address or the form names: what does it asks for them. */
  someOf?: true;
  /** Reaches over all records, so nobody has it who sees, or reports on, only those of some centers. */
  everywhere?: true;
};

const ADMIN: readonly Role[] = ["administrator"];
const STAFF: readonly Role[] = ["administrator", "staff"];
const TEAM: readonly Role[] = ["administrator", "staff", "practitioner"];
const CONTACT: readonly Role[] = ["contact"];
const EVERYBODY: readonly Role[] = ["administrator", "staff", "practitioner", "contact", "anonymous"];

/** What lists, the files of imports, API keys and bulk updates hold many of. */
const LISTED: readonly RecordKind[] = ["clients", "contacts", "prospects"];
const IMPORTED: readonly RecordKind[] = ["clients", "contacts", "sessions"];
const READ_BY_KEYS: readonly RecordKind[] = ["clients", "contacts", "sessions", "practitioners"];
const UPDATED: readonly RecordKind[] = [...LISTED, "tasks", "sessions", "events"];

/**
 * Roles by permission, `noun.verb`. Which rows a permission reaches is written in each feature's `scope.ts`.
 * Anything not listed here is denied.
 */
export const PERMISSIONS = {
  "home.view": { roles: TEAM },
  "stream.view": { roles: TEAM },
  "search.use": { roles: TEAM },
  "own-account.manage": { roles: TEAM },
  "administrator-mode.enter": { roles: ["administrator", "staff"] },
  "clients.view": { roles: TEAM, right: ["clients", "view"] },
  "clients.pick-colour": { roles: TEAM },
  "calendar.view": { roles: TEAM, right: ["sessions", "view"] },
  "calendar.take-out": { roles: TEAM, right: ["sessions", "view"], reports: ["sessions"] },
  "clients.add": { roles: STAFF, right: ["clients", "add"] },
  "clients.edit": { roles: STAFF, right: ["clients", "edit"] },
  "clients.make": { roles: STAFF, right: ["clients", "edit"] },
  "clients.transfer": { roles: ADMIN, right: ["clients", "edit"] },
  "clients.change-status": { roles: STAFF, right: ["clients", "edit"] },
  "clients.merge": { roles: STAFF, confirmed: true, everywhere: true, fresh: true, right: ["clients", "edit"] },
  "clients.edit-availability": { roles: STAFF, right: ["clients", "edit"] },
  "notes.edit": { roles: STAFF },
  "records.delete": { roles: STAFF, confirmed: true },
  "records.restore": { roles: STAFF, everywhere: true },
  "recycle-bin.view": { roles: STAFF, everywhere: true },
  "prospects.view": { roles: TEAM, right: ["prospects", "view"] },
  "prospects.add": { roles: STAFF, right: ["prospects", "add"] },
  "prospects.edit": { roles: STAFF, right: ["prospects", "edit"] },
  "prospects.convert": { roles: STAFF, right: ["prospects", "edit"] },
  "prospects.report": { roles: TEAM, right: ["prospects", "view"], reports: ["prospects"] },
  "contacts.view": { roles: TEAM, right: ["contacts", "view"] },
  "contacts.add": { roles: STAFF, right: ["contacts", "add"] },
  "contacts.edit": { roles: STAFF, right: ["contacts", "edit"] },
  "contacts.link-guardian": { roles: STAFF, confirmed: true, fresh: true, right: ["contacts", "edit"] },
  "contacts.merge": { roles: STAFF, confirmed: true, everywhere: true, fresh: true, right: ["contacts", "edit"] },
  "duplicates.view": { roles: STAFF, everywhere: true },
  "portal-logins.manage": { roles: STAFF, right: ["contacts", "edit"] },
  "client-view.use": { roles: STAFF, right: ["contacts", "view"] },
  "practitioners.view": { roles: TEAM, right: ["practitioners", "view"] },
  "practitioners.see-photo": { roles: [...TEAM, ...CONTACT], right: ["practitioners", "view"] },
  "practitioners.add": { roles: STAFF, right: ["practitioners", "add"] },
  "practitioners.edit": { roles: STAFF, right: ["practitioners", "edit"] },
  "centers.view": { roles: STAFF },
  "centers.edit": { roles: ADMIN },
  "drafts.keep": { roles: TEAM },
  "filters.save": { roles: STAFF },
  "sessions.view": { roles: TEAM, right: ["sessions", "view"] },
  "scheduling.pair": { roles: STAFF, right: ["sessions", "view"] },
  "scheduling.report": { roles: STAFF, right: ["sessions", "view"], reports: ["sessions"] },
  "sessions.record": { roles: TEAM, right: ["sessions", "add"] },
  "sessions.edit": { roles: TEAM, right: ["sessions", "edit"] },
  "sessions.keep-line": { roles: STAFF, right: ["sessions", "edit"] },
  "sessions.cover": { roles: STAFF, right: ["sessions", "edit"] },
  "sessions.delete": { roles: STAFF, right: ["sessions", "delete"] },
  "sessions.mark-reportable": { roles: STAFF, right: ["sessions", "edit"] },
  "payments.record": { roles: STAFF, right: ["payments", "add"] },
  "payments.delete": { roles: ADMIN, right: ["payments", "delete"], fresh: true },
  "messages.view": { roles: TEAM, right: ["messages", "view"] },
  "messages.post": { roles: STAFF, right: ["messages", "add"] },
  "inbox.use": { roles: TEAM },
  "pins.edit": { roles: STAFF },
  "documents.view": { roles: TEAM, right: ["documents", "view"] },
  "documents.read": { roles: [...TEAM, ...CONTACT], right: ["documents", "view"] },
  "documents.add": { roles: TEAM, right: ["documents", "add"] },
  "documents.edit": { roles: STAFF, right: ["documents", "edit"] },
  "documents.hand-in": { roles: CONTACT },
  "tasks.view": { roles: TEAM, right: ["tasks", "view"] },
  "tasks.add": { roles: STAFF, right: ["tasks", "add"] },
  "tasks.edit": { roles: STAFF, right: ["tasks", "edit"] },
  "tasks.complete": { roles: TEAM, right: ["tasks", "edit"] },
  "agreements.view": { roles: STAFF, right: ["agreements", "view"] },
  "agreements.record-paper": { roles: STAFF, right: ["agreements", "add"] },
  "agreements.publish": { roles: ADMIN },
  "agreements.read-copy": { roles: [...STAFF, ...CONTACT], right: ["agreements", "view"] },
  "events.view": { roles: TEAM, right: ["events", "view"] },
  "events.add": { roles: STAFF, right: ["events", "add"] },
  "events.edit": { roles: STAFF, right: ["events", "edit"] },
  "events.manage-registrations": { roles: STAFF, right: ["events", "edit"] },
  "events.print-roster": { roles: STAFF, right: ["events", "edit"], reports: ["events"] },
  "templates.use": { roles: STAFF },
  "templates.edit": { roles: ADMIN },
  "mailings.view": { roles: STAFF, right: ["mailings", "view"] },
  "mailings.see-recipients": { roles: STAFF, right: ["mailings", "view"], reports: ["mailings"] },
  "mailings.prepare": { roles: STAFF, right: ["mailings", "add"] },
  "mailings.send": { roles: STAFF, confirmed: true, right: ["mailings", "add"], fresh: true },
  "mailings.send-one": { roles: STAFF, right: ["mailings", "add"] },
  "imports.run": { roles: STAFF, confirmed: true, everywhere: true },
  "imports.take-sheet": { roles: STAFF, confirmed: true, everywhere: true, reports: IMPORTED },
  "audit.view": { roles: ADMIN },
  "audit.export": { roles: ADMIN, fresh: true, everywhere: true, reports: RECORD_KINDS },
  "operations.view": { roles: STAFF, everywhere: true },
  "operations.take-sheet": { roles: STAFF, everywhere: true, reports: UPDATED, someOf: true },
  "operations.undo": { roles: STAFF, confirmed: true, everywhere: true },
  "updates.run": { roles: STAFF, everywhere: true },
  "lists.export": { roles: STAFF, fresh: true, reports: LISTED, someOf: true },
  "settings.edit": { roles: ADMIN },
  "accounts.manage": { roles: ADMIN },
  "accounts.let-go": { roles: ADMIN, fresh: true, everywhere: true },
  "accounts.change-rights": { roles: ADMIN, fresh: true },
  "api.manage": { roles: ADMIN, everywhere: true },
  "api.make-key": { roles: ADMIN, everywhere: true, fresh: true, reports: READ_BY_KEYS, someOf: true },
  "api.read": { roles: ["key"] },
  "testimonials.edit": { roles: STAFF, everywhere: true },
  "portal.view": { roles: CONTACT },
  "portal.edit-own-details": { roles: CONTACT },
  "portal.edit-company": { roles: CONTACT },
  "portal.sign-agreement": { roles: CONTACT },
  "portal.edit-availability": { roles: CONTACT },
  "portal.book": { roles: CONTACT },
  "portal.register": { roles: CONTACT },
  "portal.manage-account": { roles: CONTACT },
  "public.sign-in": { roles: EVERYBODY },
  "public.events": { roles: EVERYBODY },
  "public.register": { roles: EVERYBODY },
  "public.inquire": { roles: EVERYBODY },
  "public.verify": { roles: EVERYBODY },
  "public.unsubscribe": { roles: EVERYBODY },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof PERMISSIONS;

/** What is known of somebody who asks. */
export type Standing = {
  role: Role;
  confirmed: boolean;
  /** The password was confirmed in the last five minutes. */
  fresh?: boolean;
  rights?: GrantedRights;
};

/** Whether somebody has a permission, and if not, whether confirming the password would give it. */
export function permissionAnswer(
  permission: Permission,
  { role, confirmed, fresh = confirmed, rights = null }: Standing,
): "yes" | "confirm" | "no" {
  if (role === "system") return "yes";
  const rule: Rule = PERMISSIONS[permission];
  if (!rule.roles.includes(role)) return "no";
  if (rule.right && reachOf(rights, ...rule.right) === "none") return "no";
  if (rule.everywhere && !seesEverything(rights)) return "no";
  if (!mayReport(rule, rights)) return "no";
  // Without administrator mode an administrator works as staff.
  const effective = role === "administrator" && !confirmed ? "staff" : role;
  const proven = rule.fresh ? fresh && confirmed : confirmed || !rule.confirmed;
  return rule.roles.includes(effective) && proven ? "yes" : "confirm";
}

/** Whether the rights to report suffice; where it is about some of the kinds, for any of them. */
function mayReport({ reports = [], someOf, everywhere }: Rule, rights: GrantedRights): boolean {
  const suffices = (kind: RecordKind) => reportSuffices(rights, kind, everywhere);
  return reports.length === 0 || (someOf ? reports.some(suffices) : reports.every(suffices));
}

/** Whether somebody may report on records of a kind at all, or with `everywhere` on all of them. */
export function reportSuffices(rights: GrantedRights, kind: RecordKind, everywhere = false): boolean {
  const reach = reachOf(rights, kind, "report");
  return everywhere ? reach === "all" : reach !== "none";
}

/** Something that takes many records out or sums them up, for the records of which it takes the right to report. */
export type Reporting = {
  permission: ReportPermission;
  kinds: readonly RecordKind[];
  /** Some of the kinds suffice, for them alone. */
  someOf: boolean;
  everywhere: boolean;
};
type ReportPermission = {
  [P in Permission]: (typeof PERMISSIONS)[P] extends { reports: unknown } ? P : never;
}[Permission];

/** All of that within a role. */
export function reportsOf(role: Role): Reporting[] {
  return Object.entries(PERMISSIONS).flatMap(([name, rule]: [string, Rule]) => {
    if (!rule.reports || !rule.roles.includes(role)) return [];
    const { reports: kinds, someOf = false, everywhere = false } = rule;
    return [{ permission: name as ReportPermission, kinds, someOf, everywhere }];
  });
}

const DELETABLE: readonly RecordKind[] = ["clients", "contacts", "prospects", "events"];

/** Whether any act of this kind is within a role at all: the ceiling under which groups decide. */
export function roleMay(role: Role, kind: RecordKind, verb: RightVerb): boolean {
  if (verb === "delete" && DELETABLE.includes(kind))
    return (PERMISSIONS["records.delete"].roles as readonly Role[]).includes(role);
  if (verb === "delete" && kind === "documents") return roleMay(role, kind, "add");
  if (verb === "view" && (kind === "sessions" || kind === "payments"))
    return roleMay(role, kind, "add") || (roleMay(role, "clients", "view") && kind === "sessions");
  if (verb === "report") return reportsOf(role).some(({ kinds }) => kinds.includes(kind));
  return Object.values(PERMISSIONS).some(
    (rule: Rule) => rule.right?.[0] === kind && rule.right[1] === verb && rule.roles.includes(role),
  );
}
