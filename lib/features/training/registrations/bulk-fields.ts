import "server-only";
import { paths } from "@/lib/paths";
import { bulkColumn, fixedChoices } from "@/lib/platform/operation/bulk-columns";
import type { BulkNoun } from "@/lib/platform/operation/bulk-field";
import { isId } from "@/lib/values/id";
import { LOCALES } from "@/lib/values/locale";
import { sql } from "@/lib/values/sql";

const column = (field: Omit<Parameters<typeof bulkColumn>[0], "alias">) => bulkColumn({ alias: "r", ...field });

/** What many places at an event can be given at once. */
export const REGISTRATIONS_IN_BULK: BulkNoun = {
  table: "registrations",
  alias: "r",
  subjectKind: "registration",
  permission: "events.manage-registrations",
  name: sql`r.name`,
  detail: sql`r.email::text`,
  clientId: sql`r.client_id`,
  fields: async () => [
    column({
      key: "language",
      column: "language",
      type: "text",
      input: fixedChoices("languages", LOCALES),
      refusals: [{ code: "place_cancelled", when: sql`r.status = 'CANCELLED'` }],
    }),
  ],
  chosen: async (actor, { event }) => {
    if (!actor.can("events.manage-registrations")) return sql`false`;
    return isId(event) ? sql`r.event_id = ${event}::uuid` : sql`true`;
  },
  list: ({ event }) => (event ? paths.staff.event(event) : paths.staff.events),
  href: null,
  entry: ({ id, name, clientId, from, to }, { field }) => ({
    kind: "registration.edited",
    subject: { kind: "registration", id },
    clientId,
    data: { name, changes: { [field]: { from, to } } },
  }),
};
