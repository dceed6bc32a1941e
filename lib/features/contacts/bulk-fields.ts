import "server-only";
import { customFieldsInBulk } from "@/lib/features/custom-fields/bulk-fields";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { paths } from "@/lib/paths";
import { now } from "@/lib/platform/clock";
import { bulkColumn, fixedChoices, YES_NO } from "@/lib/platform/operation/bulk-columns";
import type { BulkNoun } from "@/lib/platform/operation/bulk-field";
import { LOCALES } from "@/lib/values/locale";
import { sql } from "@/lib/values/sql";
import { contactsMatching } from "./queries";
import { contactSearch } from "./schema";

const column = (field: Omit<Parameters<typeof bulkColumn>[0], "alias">) => bulkColumn({ alias: "contacts", ...field });

/** What many contacts can be given at once. */
export const CONTACTS_IN_BULK: BulkNoun = {
  table: "contacts",
  alias: "contacts",
  subjectKind: "contact",
  permission: "contacts.edit",
  name: sql`contacts.first_name || ' ' || contacts.last_name`,
  detail: sql`contacts.email::text`,
  clientId: sql`(select r.client_id from relationships r where r.contact_id = contacts.id order by r.created_at, r.id limit 1)`,
  touch: () => sql`version = contacts.version + 1, updated_at = ${now()}::timestamptz`,
  fields: async () => [
    column({ key: "language", column: "language", type: "text", input: fixedChoices("languages", LOCALES) }),
    column({ key: "doNotMail", column: "do_not_mail", type: "boolean", input: fixedChoices("yesNo", YES_NO) }),
    {
      ...column({
        key: "portalAllowed",
        column: "portal_allowed",
        type: "boolean",
        input: fixedChoices("yesNo", YES_NO),
      }),
      permission: "portal-logins.manage",
    },
    ...(await customFieldsInBulk("contact", sql`contacts.id`)),
  ],
  chosen: (actor, address) => contactsMatching(actor, contactSearch.parse(address)),
  list: (address) => addressWith(paths.staff.contacts, address, {}),
  href: paths.staff.contact,
  entry: ({ id, name, clientId, from, to }, { field }) => ({
    kind: "contact.edited",
    subject: { kind: "contact", id },
    clientId,
    data: { name, changes: { [field]: { from, to } } },
  }),
};
