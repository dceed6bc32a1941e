import "server-only";
import { CLIENTS_IN_BULK } from "@/lib/features/clients/bulk-fields";
import { CONTACTS_IN_BULK } from "@/lib/features/contacts/bulk-fields";
import { VALUE_TEXT } from "@/lib/features/custom-fields/queries";
import type { CustomRecord } from "@/lib/features/custom-fields/schema";
import type { ExportedList } from "@/lib/features/exports/schema";
import { PROSPECTS_IN_BULK } from "@/lib/features/prospects/bulk-fields";
import type { BulkNoun } from "@/lib/platform/operation/bulk-field";
import { joinSql, type SqlFragment, sql } from "@/lib/values/sql";

/** A list as a file: which records it means, and their columns by the names of the messages `exports.columns`. */
export type ExportSheet = {
  noun: BulkNoun;
  record: CustomRecord;
  columns: Readonly<Record<string, SqlFragment>>;
  /** What the columns are read from; the table's own name is that of the noun. */
  from: SqlFragment;
};

const name = (alias: SqlFragment) => sql`${alias}.first_name || ' ' || ${alias}.last_name`;

const CLIENTS: ExportSheet = {
  noun: CLIENTS_IN_BULK,
  record: "client",
  columns: {
    number: sql`clients.number`,
    name: sql`clients.name`,
    legalName: sql`clients.legal_name`,
    status: sql`s.name::text`,
    center: sql`z.name::text`,
    practitioner: name(sql`p`),
    addressLine1: sql`clients.address_line1`,
    addressLine2: sql`clients.address_line2`,
    city: sql`clients.city`,
    state: sql`clients.state`,
    postalCode: sql`clients.postal_code`,
    country: sql`clients.country`,
    phone: sql`clients.phone`,
    email: sql`clients.email::text`,
    website: sql`clients.website`,
    naics: sql`clients.naics`,
    industry: sql`clients.industry`,
    employeeCount: sql`clients.employee_count::text`,
    startedOn: sql`clients.started_on::text`,
    signedOn: sql`clients.signed_on::text`,
    contactFirstName: sql`k.first_name`,
    contactLastName: sql`k.last_name`,
    contactEmail: sql`k.email::text`,
    contactPhone: sql`k.phone`,
  },
  from: sql`clients join client_statuses s on s.id = clients.status_id join centers z on z.id = clients.center_id
    left join practitioners p on p.id = clients.practitioner_id
    left join relationships r on r.client_id = clients.id and r.is_primary
    left join contacts k on k.id = r.contact_id and k.deleted_at is null`,
};

const CONTACTS: ExportSheet = {
  noun: CONTACTS_IN_BULK,
  record: "contact",
  columns: {
    firstName: sql`contacts.first_name`,
    lastName: sql`contacts.last_name`,
    email: sql`contacts.email::text`,
    phone: sql`contacts.phone`,
    language: sql`contacts.language`,
    doNotMail: sql`case when contacts.do_not_mail then 'yes' else 'no' end`,
    clients: sql`(select string_agg(c.name || ' (' || c.number || ')', '; ' order by c.name, c.id)
      from relationships r join clients c on c.id = r.client_id and c.deleted_at is null where r.contact_id = contacts.id)`,
  },
  from: sql`contacts`,
};

const PROSPECTS: ExportSheet = {
  noun: PROSPECTS_IN_BULK,
  record: "prospect",
  columns: {
    name: sql`prospects.name`,
    department: sql`prospects.department`,
    stage: sql`s.name::text`,
    source: sql`prospects.source`,
    owner: name(sql`o`),
    center: sql`z.name::text`,
    email: sql`prospects.email::text`,
    phone: sql`prospects.phone`,
    nextStep: sql`prospects.next_step`,
    nextStepOn: sql`prospects.next_step_on::text`,
    language: sql`prospects.language`,
    notes: sql`prospects.notes`,
  },
  from: sql`prospects join prospect_stages s on s.id = prospects.stage_id
    left join accounts o on o.id = prospects.owner_id left join centers z on z.id = prospects.center_id`,
};

export const EXPORT_SHEETS: Readonly<Record<ExportedList, ExportSheet>> = {
  clients: CLIENTS,
  contacts: CONTACTS,
  prospects: PROSPECTS,
};

const OWNERS: Record<CustomRecord, SqlFragment> = {
  client: sql`v.client_id`,
  contact: sql`v.contact_id`,
  prospect: sql`v.prospect_id`,
};

/** One batch of records behind another: their columns, and what stands in the organization's own fields. */
export function batchOf(
  { noun, record, columns, from }: ExportSheet,
  chosen: SqlFragment,
  { after, size }: { after: string; size: number },
): SqlFragment {
  const id = sql`${tableOf(record)}.id`;
  return sql`select ${id} as id, jsonb_build_array(${joinSql(Object.values(columns), ", ")}) as cells,
      coalesce((select jsonb_object_agg(v.field_id, ${VALUE_TEXT}) from custom_values v where ${OWNERS[record]} = ${id}), '{}') as custom,
      ${noun.name} as name
    from ${from} where ${chosen} and ${id} > ${after}::uuid order by ${id} limit ${size}`;
}

const TABLES: Record<CustomRecord, SqlFragment> = {
  client: sql`clients`,
  contact: sql`contacts`,
  prospect: sql`prospects`,
};

export const tableOf = (record: CustomRecord): SqlFragment => TABLES[record];
