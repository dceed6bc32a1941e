import { customFilterFieldsIn, offeredCustomFields } from "@/lib/features/custom-fields/filter-fields";
import type { CustomField } from "@/lib/features/custom-fields/schema";
import type { FilterField, FilterTree } from "@/lib/features/filters/schema";
import { BOOKING_MODES } from "@/lib/features/settings/schema";
import { sql } from "@/lib/values/sql";
import { CLIENT_KINDS, CLIENT_PURPOSES, CLIENT_STANDINGS, RESOURCE_KINDS } from "./schema";

const reachable = sql`exists (select 1 from relationships r join contacts k on k.id = r.contact_id
  where r.client_id = clients.id and k.deleted_at is null and k.email is not null)`;

const signed = sql`exists (select 1 from signatures g where g.client_id = clients.id and g.voided_at is null)`;

const attended = sql`(select a.client_id, a.starts_at as at from attendances a
  union all select r.client_id, e.starts_at from registrations r join training_events e on e.id = r.event_id
  where r.status = 'CONFIRMED') activity where activity.client_id = clients.id`;

/** What clients can be filtered by. Columns are those of the table `clients`, which the query must name so. */
export const CLIENT_FILTER_FIELDS: readonly FilterField[] = [
  { key: "status", labelKey: "status", kind: "reference", column: "clients.status_id" },
  {
    key: "standing",
    labelKey: "standing",
    kind: "choice",
    column: sql`client_statuses.standing::text`,
    rows: sql`client_statuses where client_statuses.id = clients.status_id`,
    choices: CLIENT_STANDINGS,
  },
  { key: "kind", labelKey: "kind", kind: "choice", column: sql`clients.kind::text`, choices: CLIENT_KINDS },
  {
    key: "purpose",
    labelKey: "purpose",
    kind: "choice",
    column: sql`clients.purpose::text`,
    nullable: true,
    choices: CLIENT_PURPOSES,
  },
  {
    key: "resourceKind",
    labelKey: "resourceKind",
    kind: "choice",
    column: sql`clients.resource_kind::text`,
    nullable: true,
    choices: RESOURCE_KINDS,
  },
  { key: "center", labelKey: "center", kind: "reference", column: "clients.center_id" },
  {
    key: "practitioner",
    labelKey: "practitioner",
    kind: "reference",
    column: "clients.practitioner_id",
    nullable: true,
  },
  {
    key: "practitionerStatus",
    labelKey: "practitionerStatus",
    kind: "choice",
    column: sql`practitioners.status::text`,
    rows: sql`practitioners where practitioners.id = clients.practitioner_id`,
    choices: ["ACTIVE", "INACTIVE"],
  },
  {
    key: "activity",
    labelKey: "activity",
    kind: "related-activity",
    column: "activity.at",
    instant: true,
    rows: attended,
  },
  {
    key: "sessions",
    labelKey: "sessions",
    kind: "related-activity",
    column: "attendances.starts_at",
    instant: true,
    rows: sql`attendances where attendances.client_id = clients.id`,
  },
  { key: "name", labelKey: "name", kind: "text", column: "clients.name" },
  { key: "number", labelKey: "number", kind: "text", column: "clients.number" },
  { key: "isPerson", labelKey: "isPerson", kind: "boolean", column: "clients.is_person" },
  { key: "hasAgreement", labelKey: "hasAgreement", kind: "boolean", column: signed },
  { key: "hasEmail", labelKey: "hasEmail", kind: "boolean", column: reachable },
  { key: "language", labelKey: "language", kind: "choice", column: "clients.language" },
  {
    key: "portalBooking",
    labelKey: "portalBooking",
    kind: "choice",
    column: sql`clients.portal_booking::text`,
    nullable: true,
    choices: BOOKING_MODES,
  },
  { key: "startedOn", labelKey: "startedOn", kind: "date", column: "clients.started_on", nullable: true },
  { key: "createdAt", labelKey: "createdAt", kind: "date", column: "clients.created_at", instant: true },
  { key: "city", labelKey: "city", kind: "text", column: "clients.city", nullable: true },
  { key: "industry", labelKey: "industry", kind: "text", column: "clients.industry", nullable: true },
];

/** All that a filter of clients may name: what every list knows, and those of the organization's own fields it asks about. */
export function clientFilterFieldsFor(tree: FilterTree): readonly FilterField[] {
  return [...CLIENT_FILTER_FIELDS, ...customFilterFieldsIn(tree, sql`clients.id`)];
}

/** What the editor of a filter offers. */
export function clientFilterFieldsOffered(custom: readonly CustomField[], tree: FilterTree | null): FilterField[] {
  return [...CLIENT_FILTER_FIELDS, ...offeredCustomFields(custom, tree, sql`clients.id`)];
}
