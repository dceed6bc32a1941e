import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { customFieldsOf, customValuesOf } from "@/lib/features/custom-fields/queries";
import { languageNameOf } from "@/lib/features/settings/coded-lists/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import type { ClientChoices, ClientRecord } from "./schema";

/** One client with its people, in one query. Null where it is not there or not for this person's eyes. */
export async function findClient(actor: Actor, clientId: string, tx?: Tx): Promise<ClientRecord | null> {
  if (!isId(clientId)) return null;
  const viewer = actor.kind === "account" ? actor.accountId : null;
  const [client] = await rows<ClientRecord>(
    sql`
    select clients.id, clients.number, clients.kind::text as kind, clients.purpose::text as purpose, clients.name,
      clients.resource_kind::text as "resourceKind",
      (select f.number from former_numbers f where f.client_id = clients.id and not f.by_merge order by f.given_up_at desc limit 1) as "formerNumber",
      clients.legal_name as "legalName", clients.is_person as "isPerson", clients.practitioner_id as "practitionerId",
      jsonb_build_object('id', s.id, 'name', s.name, 'standing', s.standing, 'blocksSessions', s.blocks_sessions) as status,
      jsonb_build_object('id', ce.id, 'name', ce.name, 'timeZone', ce.time_zone) as center,
      clients.address_line1 as "addressLine1", clients.address_line2 as "addressLine2", clients.city, clients.state,
      clients.postal_code as "postalCode", clients.country, clients.phone, clients.email::text as email, clients.website,
      clients.naics, clients.industry, clients.employee_count as "employeeCount", clients.language,
      ${languageNameOf(sql`clients.language`)} as "languageName",
      clients.started_on::text as "startedOn", clients.signed_on::text as "signedOn", clients.version,
      clients.portal_booking::text as "portalBooking",
      (select own.colour from client_colours own where own.client_id = clients.id and own.account_id = ${viewer}::uuid) as colour,
      coalesce(team.list, '[]'::jsonb) as practitioners, coalesce(people.list, '[]'::jsonb) as contacts,
      ${customValuesOf("client", sql`clients.id`)} as custom,
      (select count(*)::int from proposals p where p.client_id = clients.id and p.status = 'WAITING') as "waitingProposals",
      held.count as "sessionCount", held.last as "lastSessionAt"
    from clients
    join client_statuses s on s.id = clients.status_id
    join centers ce on ce.id = clients.center_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.first_name || ' ' || p.last_name, 'active', p.status = 'ACTIVE',
        'email', p.email, 'phone', p.phone, 'isPrimary', p.id is not distinct from clients.practitioner_id)
        order by p.id is not distinct from clients.practitioner_id desc, p.last_name, p.id) as list
      from practitioners p
      where p.id = clients.practitioner_id
        or p.id in (select a.practitioner_id from client_practitioners a where a.client_id = clients.id)
    ) team on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', k.id, 'relationshipId', r.id, 'name', k.first_name || ' ' || k.last_name,
        'title', r.title, 'email', k.email, 'phone', k.phone, 'isPrimary', r.is_primary, 'isOwner', r.is_owner,
        'isGuardian', r.is_guardian, 'isSupervisor', r.is_supervisor, 'isAccountsPayable', r.is_accounts_payable,
        'validFrom', r.valid_from, 'validTo', r.valid_to) order by r.is_primary desc, k.last_name, k.first_name, k.id) as list
      from relationships r join contacts k on k.id = r.contact_id and k.deleted_at is null
      where r.client_id = clients.id
    ) people on true
    left join lateral (
      select count(*)::int as count, max(a.starts_at) filter (where a.starts_at <= ${now()}::timestamptz) as last
      from attendances a where a.client_id = clients.id
    ) held on true
    where clients.id = ${clientId}::uuid and ${clientsVisibleTo(actor)}`,
    tx,
  );
  return client ?? null;
}

/** The id of the client with this number, or that had it before. */
export async function findClientByNumber(actor: Actor, number: string): Promise<string | null> {
  if (!/^@?[\w-]{1,40}$/.test(number)) return null;
  const [found] = await rows<{ id: string }>(
    sql`select clients.id from clients where ${clientsVisibleTo(actor)} and (clients.number = ${number}
      or clients.id = (select f.client_id from former_numbers f where f.number = ${number})) limit 1`,
  );
  return found?.id ?? null;
}

/** What forms and filters of clients choose from, in one query; archived statuses and centers left out. */
export async function findClientChoices(_actor: Actor): Promise<ClientChoices> {
  const [choices] = await rows<ClientChoices>(sql`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'standing', standing, 'blocksSessions', blocks_sessions) order by position, name), '[]'::jsonb)
        from client_statuses where archived_at is null) as statuses,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]'::jsonb)
        from centers where archived_at is null) as centers,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', first_name || ' ' || last_name, 'active', status = 'ACTIVE')
        order by last_name, first_name, id), '[]'::jsonb) from practitioners) as practitioners,
      (select coalesce(jsonb_agg(jsonb_build_object('id', identifier, 'name', name) order by position, name), '[]'::jsonb)
        from languages where archived_at is null) as languages,
      ${customFieldsOf("client")} as custom`);
  return choices ?? { statuses: [], centers: [], practitioners: [], languages: [], custom: [] };
}
