import { customFilterFieldsIn, offeredCustomFields } from "@/lib/features/custom-fields/filter-fields";
import type { CustomField } from "@/lib/features/custom-fields/schema";
import type { FilterField, FilterTree } from "@/lib/features/filters/schema";
import { LOCALES } from "@/lib/values/locale";
import { sql } from "@/lib/values/sql";
import { CONTACT_ROLES } from "./schema";

/** Standings by name only: which clients there are is for the clients' own list. */
const STANDINGS = ["ACTIVE", "INACTIVE", "PROSPECT"] as const;

const served = sql`relationships join clients on clients.id = relationships.client_id and clients.deleted_at is null`;
const theirs = sql`where relationships.contact_id = contacts.id`;

const roles = sql`relationships, unnest(array[
    case when relationships.is_primary then 'PRIMARY' end, case when relationships.is_owner then 'OWNER' end,
    case when relationships.is_guardian then 'GUARDIAN' end, case when relationships.is_supervisor then 'SUPERVISOR' end,
    case when relationships.is_accounts_payable then 'ACCOUNTS_PAYABLE' end]) as role(name)`;

/** What contacts can be filtered by. Columns are those of the table `contacts`, which the query must name so. */
export const CONTACT_FILTER_FIELDS: readonly FilterField[] = [
  { key: "lastName", labelKey: "lastName", kind: "text", column: "contacts.last_name" },
  { key: "firstName", labelKey: "firstName", kind: "text", column: "contacts.first_name" },
  { key: "email", labelKey: "email", kind: "text", column: sql`contacts.email::text`, nullable: true },
  { key: "phone", labelKey: "phone", kind: "text", column: "contacts.phone", nullable: true },
  {
    key: "role",
    labelKey: "role",
    kind: "choice",
    column: "role.name",
    rows: sql`${roles} ${theirs}`,
    choices: CONTACT_ROLES,
  },
  { key: "title", labelKey: "title", kind: "text", column: "relationships.title", rows: sql`relationships ${theirs}` },
  {
    key: "hasClient",
    labelKey: "hasClient",
    kind: "boolean",
    column: sql`exists (select from relationships ${theirs})`,
  },
  { key: "center", labelKey: "center", kind: "reference", column: "clients.center_id", rows: sql`${served} ${theirs}` },
  {
    key: "standing",
    labelKey: "standing",
    kind: "choice",
    column: sql`client_statuses.standing::text`,
    rows: sql`${served} join client_statuses on client_statuses.id = clients.status_id ${theirs}`,
    choices: STANDINGS,
  },
  { key: "doNotMail", labelKey: "doNotMail", kind: "boolean", column: "contacts.do_not_mail" },
  {
    key: "hasLogin",
    labelKey: "hasLogin",
    kind: "boolean",
    column: sql`exists (select from portal_logins where portal_logins.contact_id = contacts.id)`,
  },
  { key: "language", labelKey: "language", kind: "choice", column: "contacts.language", choices: LOCALES },
  { key: "createdAt", labelKey: "createdAt", kind: "date", column: "contacts.created_at", instant: true },
];

/** All that a filter of contacts may name, those of the organization's own fields it asks about among them. */
export function contactFilterFieldsFor(tree: FilterTree): readonly FilterField[] {
  return [...CONTACT_FILTER_FIELDS, ...customFilterFieldsIn(tree, sql`contacts.id`)];
}

/** What the editor of a filter offers. */
export function contactFilterFieldsOffered(custom: readonly CustomField[], tree: FilterTree | null): FilterField[] {
  return [...CONTACT_FILTER_FIELDS, ...offeredCustomFields(custom, tree, sql`contacts.id`)];
}
