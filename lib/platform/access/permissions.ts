import { type GrantedRights, type RecordKind, type RightVerb, reachOf, seesEverything } from "./rights";

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
  /** Reaches over all records, so nobody has it who sees only those of some centers. */
  everywhere?: true;
};

const ADMIN: readonly Role[] = ["administrator"];
const STAFF: readonly Role[] = ["administrator", "staff"];
const TEAM: readonly Role[] = ["administrator", "staff", "practitioner"];
const CONTACT: readonly Role[] = ["contact"];
const EVERYBODY: readonly Role[] = ["administrator", "staff", "practitioner", "contact", "anonymous"];

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
  "templates.use": { roles: STAFF },
  "templates.edit": { roles: ADMIN },
  "mailings.view": { roles: STAFF, right: ["mailings", "view"] },
  "mailings.prepare": { roles: STAFF, right: ["mailings", "add"] },
  "mailings.send": { roles: STAFF, confirmed: true, right: ["mailings", "add"], fresh: true },
  "mailings.send-one": { roles: STAFF, right: ["mailings", "add"] },
  "imports.run": { roles: STAFF, confirmed: true, everywhere: true },
  "audit.view": { roles: ADMIN },
  "audit.export": { roles: ADMIN, fresh: true },
  "operations.view": { roles: STAFF, everywhere: true },
  "operations.undo": { roles: STAFF, confirmed: true, everywhere: true },
  "updates.run": { roles: STAFF, everywhere: true },
  "lists.export": { roles: STAFF, fresh: true },
  "settings.edit": { roles: ADMIN },
  "accounts.manage": { roles: ADMIN },
  "accounts.let-go": { roles: ADMIN, fresh: true, everywhere: true },
  "accounts.change-rights": { roles: ADMIN, fresh: true },
  "api.manage": { roles: ADMIN, everywhere: true },
  "api.make-key": { roles: ADMIN, everywhere: true, fresh: true },
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
  // Without administrator mode an administrator works as staff.
  const effective = role === "administrator" && !confirmed ? "staff" : role;
  const proven = rule.fresh ? fresh && confirmed : confirmed || !rule.confirmed;
  return rule.roles.includes(effective) && proven ? "yes" : "confirm";
}

const DELETABLE: readonly RecordKind[] = ["clients", "contacts", "prospects", "events"];

/** Whether any act of this kind is within a role at all: the ceiling under which groups decide. */
export function roleMay(role: Role, kind: RecordKind, verb: RightVerb): boolean {
  if (verb === "delete" && DELETABLE.includes(kind))
    return (PERMISSIONS["records.delete"].roles as readonly Role[]).includes(role);
  if (verb === "delete" && kind === "documents") return roleMay(role, kind, "add");
  if (verb === "view" && (kind === "sessions" || kind === "payments"))
    return roleMay(role, kind, "add") || (roleMay(role, "clients", "view") && kind === "sessions");
  if (verb === "report") return roleMay(role, kind, "view");
  return Object.values(PERMISSIONS).some(
    (rule: Rule) => rule.right?.[0] === kind && rule.right[1] === verb && rule.roles.includes(role),
  );
}
