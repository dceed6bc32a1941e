import "server-only";
import type { PlannedClient } from "@/lib/features/imports/clients/schema";
import { matchOf } from "@/lib/features/imports/matching/rules";
import type { ExistingClient } from "@/lib/features/imports/matching/schema";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type SqlFragment, sql } from "@/lib/values/sql";

type Candidate = { key: string; client: ExistingClient };

const CONTACTS = sql`coalesce((
  select json_agg(json_build_object('id', p.id, 'relationshipId', r.id, 'firstName', p.first_name, 'lastName', p.last_name,
    'email', p.email, 'phone', p.phone, 'title', r.title, 'isPrimary', r.is_primary,
    'custom', array(select v.field_id from custom_values v where v.contact_id = p.id),
    'furtherEmails', array(select e.email::text from contact_emails e where e.contact_id = p.id)) order by r.created_at, r.id)
  from relationships r join contacts p on p.id = r.contact_id and p.deleted_at is null where r.client_id = c.id), '[]')`;

const CLIENT = sql`json_build_object('id', c.id, 'number', c.number, 'kind', c.kind, 'name', c.name,
  'deleted', c.deleted_at is not null, 'centerId', c.center_id, 'legalName', c.legal_name, 'phone', c.phone, 'email', c.email, 'website', c.website,
  'naics', c.naics, 'industry', c.industry, 'employeeCount', c.employee_count, 'startedOn', c.started_on,
  'signedOn', c.signed_on, 'addressLine1', c.address_line1, 'addressLine2', c.address_line2, 'city', c.city,
  'state', c.state, 'postalCode', c.postal_code, 'practitionerId', c.practitioner_id,
  'hasSignature', exists (select 1 from signatures g where g.client_id = c.id and g.voided_at is null),
  'custom', array(select v.field_id from custom_values v where v.client_id = c.id),
  'formerNumbers', array(select f.number from former_numbers f where f.client_id = c.id), 'contacts', ${CONTACTS})`;

/** The clients that planned ones are already, by key of the plan. */
export async function findExistingClients(
  tx: Tx,
  planned: readonly Pick<PlannedClient, "key" | "number" | "name" | "addressLine1">[],
): Promise<Map<string, ExistingClient>> {
  const candidates = await findCandidates(tx, planned);
  const byKey = new Map<string, ExistingClient[]>();
  for (const { key, client } of candidates) byKey.set(key, [...(byKey.get(key) ?? []), client]);
  const matches = new Map<string, ExistingClient>();
  for (const client of planned) {
    const match = matchOf(client, byKey.get(client.key) ?? []);
    if (match) matches.set(client.key, match);
  }
  return matches;
}

async function findCandidates(
  tx: Tx,
  planned: readonly Pick<PlannedClient, "key" | "number" | "name">[],
): Promise<Candidate[]> {
  const numbered = planned.flatMap(({ key, number }) =>
    number
      ? [
          { key, number },
          { key, number: twin(number) },
        ]
      : [],
  );
  const nameless = planned.flatMap(({ key, number, name }) => (number ? [] : [{ key, name }]));
  const byNumber = await candidatesBy(tx, sql`c.number = w.number`, numbered);
  const byFormer = await candidatesBy(
    tx,
    sql`c.id = (select f.client_id from former_numbers f where f.number = w.number)`,
    numbered,
  );
  const byName = await candidatesBy(tx, sql`c.deleted_at is null and fold_text(c.name) = fold_text(w.name)`, nameless);
  return [...byNumber, ...byFormer, ...byName];
}

/** What the number becomes when a pre-client is made a client, or was before. */
const twin = (number: string) => (number.startsWith("@") ? number.slice(1) : `@${number}`);

async function candidatesBy(tx: Tx, same: SqlFragment, wanted: readonly object[]): Promise<Candidate[]> {
  if (wanted.length === 0) return [];
  return rows<Candidate>(
    sql`select w.key, ${CLIENT} as client
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (key text, number text, name text)
      join clients c on ${same}`,
    tx,
  );
}
