import "server-only";
import { clientsActedFor } from "@/lib/features/clients/portal/scope";
import type { ContactActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import type { Instant } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { Candidate, FreedSlot, OwnOffer } from "./schema";

/** How many of the line are looked at together. */
export const LOOKED_AT = 50;
const MOST_OFFERS = 20;

/** That the practitioner of the slot `f` has something between its beginning and this moment. */
const takenUntil = (end: SqlFragment) => sql`exists (select from session_practitioners b
  where b.practitioner_id = f.practitioner_id and b.busy && tstzrange(f.starts_at, ${end}))`;
const isTaken = takenUntil(sql`o.ends_at`);

/** A freed time that is still to be given away, held against others; null once it is closed. */
export async function holdFreedSlot(tx: Tx, id: string): Promise<FreedSlot | null> {
  const [found] = await rows<FreedSlot>(
    sql`select f.id, f.practitioner_id as "practitionerId", f.starts_at as "startsAt",
        ${takenUntil(sql`f.starts_at + interval '1 minute'`)} as "isTaken",
        p.first_name || ' ' || p.last_name as "practitionerName", jsonb_build_object('id', ce.id, 'name', coalesce(ce.name, ''),
          'address', concat_ws(', ', ce.address_line1, ce.address_line2, ce.city)) as center
      from freed_slots f join practitioners p on p.id = f.practitioner_id left join centers ce on ce.id = p.center_id
      where f.id = ${id}::uuid and f.closed_at is null for no key update of f`,
    tx,
  );
  return found ?? null;
}

/**
 * Who waits for what a practitioner gives, first come first, from one place in the line on: clients of theirs who are
 * active, were not in the session that gave the time up, and were not asked about it yet.
 */
export function listCandidates(
  tx: Tx,
  slot: Pick<FreedSlot, "id" | "practitionerId" | "startsAt">,
  after: Candidate | undefined,
): Promise<Candidate[]> {
  const { id, practitionerId, startsAt } = slot;
  const beyond = after
    ? sql`(w.created_at, w.id) > (${after.createdAt}::timestamptz, ${after.waitId}::uuid)`
    : sql`true`;
  return rows<Candidate>(
    sql`select w.id as "waitId", c.id as "clientId", c.name as "clientName", w.created_at as "createdAt",
        case when v.id is not null then jsonb_build_object('name', v.name, 'minutes', v.default_minutes) end as service,
        c.portal_booking::text as "portalBooking", w.first_day::text as "firstDay", w.last_day::text as "lastDay",
        ce.time_zone as "timeZone",
        coalesce((select h.time_zone from availability_schedules h where h.client_id = c.id order by h.id limit 1), ce.time_zone) as "ownTimeZone",
        (select count(*)::int from attendances a join sessions o on o.id = a.session_id where a.client_id = c.id
          and o.status in ('REQUESTED', 'BOOKED', 'HELD') and a.starts_at >= ${startsAt}::timestamptz - interval '1 day'
          and a.starts_at <= ${startsAt}::timestamptz + interval '1 day' and (a.starts_at at time zone ce.time_zone)::date
            = (${startsAt}::timestamptz at time zone ce.time_zone)::date) as "onDay",
        ${readersOfClient(now())} as readers
      from session_waits w join clients c on c.id = w.client_id join client_statuses s on s.id = c.status_id
      join centers ce on ce.id = c.center_id left join services v on v.id = w.service_id
      where w.ended_at is null and ${beyond} and c.deleted_at is null and s.standing = 'ACTIVE' and not s.blocks_sessions
        and (w.practitioner_id is null or w.practitioner_id = ${practitionerId}::uuid)
        and (c.practitioner_id = ${practitionerId}::uuid or exists (select from client_practitioners x
          where x.client_id = c.id and x.practitioner_id = ${practitionerId}::uuid))
        and (w.service_id is null or (v.archived_at is null and exists (select from practitioner_services ps
          where ps.practitioner_id = ${practitionerId}::uuid and ps.service_id = w.service_id)))
        and not exists (select from freed_slots f join attendances a on a.session_id = f.session_id
          where f.id = ${id}::uuid and a.client_id = c.id)
        and not exists (select from slot_offers o join session_waits ow on ow.id = o.wait_id
          where o.slot_id = ${id}::uuid and ow.client_id = c.id)
      order by w.created_at, w.id limit ${LOOKED_AT}`,
    tx,
  );
}

/** Those who act for the client `c` at the center `ce` and want mail. */
const readersOfClient = (at: Instant): SqlFragment => sql`coalesce((select jsonb_agg(jsonb_build_object('id', k.id,
    'name', k.first_name || ' ' || k.last_name, 'firstName', k.first_name, 'email', k.email, 'language', k.language) order by k.id)
  from relationships l join contacts k on k.id = l.contact_id
  where l.client_id = c.id and (l.is_owner or l.is_primary or l.is_guardian) and k.deleted_at is null
    and not k.do_not_mail and k.email is not null
    and (l.valid_from is null or l.valid_from <= (${at}::timestamptz at time zone ce.time_zone)::date)
    and (l.valid_to is null or l.valid_to >= (${at}::timestamptz at time zone ce.time_zone)::date)), '[]')`;

/** What is offered to those a contact acts for and still free, the one that is over first before others. */
export function listOwnOffers(actor: ContactActor): Promise<OwnOffer[]> {
  return findOffers(actor, sql`o.state = 'OPEN' and o.expires_at > ${now()}::timestamptz and not ${isTaken}`);
}

/** One offer, whatever became of it; null where it is nobody's one acts for. */
export async function findOwnOffer(actor: ContactActor, id: string, tx?: Tx): Promise<OwnOffer | null> {
  const [found] = await findOffers(actor, sql`o.id = ${id}::uuid`, tx);
  return found ?? null;
}

function findOffers(actor: ContactActor, which: SqlFragment, tx?: Tx): Promise<OwnOffer[]> {
  const ids = clientsActedFor(actor);
  if (ids.length === 0) return Promise.resolve([]);
  return rows<OwnOffer>(
    sql`select o.id, o.slot_id as "slotId", o.wait_id as "waitId", c.id as "clientId", c.name as "clientName",
        f.practitioner_id as "practitionerId", p.first_name || ' ' || p.last_name as "practitionerName",
        w.service_id as "serviceId", v.name::text as service, f.starts_at as "startsAt", o.ends_at as "endsAt",
        ce.time_zone as "timeZone", o.expires_at as "expiresAt", o.alone, o.state::text as state, ${isTaken} as "isTaken",
        coalesce((select h.time_zone from availability_schedules h where h.client_id = c.id order by h.id limit 1), ce.time_zone) as "ownTimeZone"
      from slot_offers o join freed_slots f on f.id = o.slot_id join session_waits w on w.id = o.wait_id
      join clients c on c.id = w.client_id join centers ce on ce.id = c.center_id
      join practitioners p on p.id = f.practitioner_id left join services v on v.id = w.service_id
      where c.id = any(${ids}::uuid[]) and c.deleted_at is null and ${which}
      order by o.expires_at, o.id limit ${MOST_OFFERS}`,
    tx,
  );
}
