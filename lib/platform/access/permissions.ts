/** Who a person can be to the app. `administrator` counts only inside administrator mode. */
export type Role = "administrator" | "staff" | "practitioner" | "contact" | "anonymous" | "system";

type Rule = {
  roles: readonly Role[];
  /** Needs the password confirmed in the last 30 minutes: administrator mode, or its equal for staff. */
  confirmed?: true;
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
  "clients.view": { roles: TEAM },
  "clients.pick-colour": { roles: TEAM },
  "clients.edit": { roles: STAFF },
  "clients.make": { roles: STAFF },
  "clients.transfer": { roles: ADMIN },
  "clients.change-status": { roles: STAFF },
  "clients.edit-availability": { roles: STAFF },
  "notes.edit": { roles: STAFF },
  "records.delete": { roles: STAFF, confirmed: true },
  "records.restore": { roles: STAFF },
  "recycle-bin.view": { roles: STAFF },
  "prospects.view": { roles: TEAM },
  "prospects.edit": { roles: STAFF },
  "prospects.convert": { roles: STAFF },
  "contacts.view": { roles: TEAM },
  "contacts.edit": { roles: STAFF },
  "contacts.link-guardian": { roles: STAFF, confirmed: true },
  "contacts.merge": { roles: STAFF, confirmed: true },
  "duplicates.view": { roles: STAFF },
  "portal-logins.manage": { roles: STAFF },
  "practitioners.view": { roles: TEAM },
  "practitioners.edit": { roles: STAFF },
  "centers.view": { roles: STAFF },
  "centers.edit": { roles: ADMIN },
  "drafts.keep": { roles: TEAM },
  "filters.save": { roles: STAFF },
  "sessions.record": { roles: STAFF },
  "sessions.delete": { roles: STAFF },
  "sessions.mark-reportable": { roles: STAFF },
  "payments.record": { roles: STAFF },
  "payments.delete": { roles: ADMIN },
  "messages.view": { roles: TEAM },
  "messages.post": { roles: STAFF },
  "inbox.use": { roles: TEAM },
  "pins.edit": { roles: STAFF },
  "documents.view": { roles: TEAM },
  "documents.read": { roles: [...TEAM, ...CONTACT] },
  "documents.add": { roles: TEAM },
  "documents.edit": { roles: STAFF },
  "documents.hand-in": { roles: CONTACT },
  "tasks.view": { roles: TEAM },
  "tasks.edit": { roles: STAFF },
  "tasks.complete": { roles: TEAM },
  "agreements.view": { roles: STAFF },
  "agreements.record-paper": { roles: STAFF },
  "agreements.publish": { roles: ADMIN },
  "agreements.read-copy": { roles: [...STAFF, ...CONTACT] },
  "events.view": { roles: TEAM },
  "events.edit": { roles: STAFF },
  "events.manage-registrations": { roles: STAFF },
  "templates.use": { roles: STAFF },
  "templates.edit": { roles: ADMIN },
  "mailings.view": { roles: STAFF },
  "mailings.prepare": { roles: STAFF },
  "mailings.send": { roles: STAFF, confirmed: true },
  "mailings.send-one": { roles: STAFF },
  "imports.run": { roles: STAFF, confirmed: true },
  "operations.view": { roles: STAFF },
  "updates.run": { roles: STAFF },
  "operations.undo": { roles: STAFF, confirmed: true },
  "settings.edit": { roles: ADMIN },
  "accounts.manage": { roles: ADMIN },
  "portal.view": { roles: CONTACT },
  "portal.edit-own-details": { roles: CONTACT },
  "portal.edit-company": { roles: CONTACT },
  "portal.sign-agreement": { roles: CONTACT },
  "portal.edit-availability": { roles: CONTACT },
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

/** Whether a role has a permission, and if not, whether confirming the password would give it. */
export function permissionAnswer(
  permission: Permission,
  { role, confirmed }: { role: Role; confirmed: boolean },
): "yes" | "confirm" | "no" {
  if (role === "system") return "yes";
  const rule: Rule = PERMISSIONS[permission];
  // Without administrator mode an administrator works as staff.
  const effective = role === "administrator" && !confirmed ? "staff" : role;
  const allowed = rule.roles.includes(effective);
  if (allowed && (!rule.confirmed || confirmed)) return "yes";
  return rule.roles.includes(role) && !confirmed ? "confirm" : "no";
}
