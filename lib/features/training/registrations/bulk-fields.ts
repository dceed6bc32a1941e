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
    {
      key: "place",
      input: fixedChoices("places", ["CANCELLED"]),
      change: () => ({
        present: sql`initcap(r.status::text)`,
        same: sql`r.status = 'CANCELLED'`,
        // Events are held before their places everywhere, so that nobody waits for another in a ring.
        hold: (ids) => sql`select id from training_events where id in (select event_id from registrations
          where id = any(${[...ids]}::uuid[])) order by id for no key update`,
      }),
    },
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
