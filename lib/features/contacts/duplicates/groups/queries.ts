import "server-only";
import {
  BLOCKED_SIGN_IN,
  COMPARED_AT_CLIENT,
  NAME_LIKENESS,
  PHONE_DIGITS,
} from "@/lib/features/contacts/duplicates/rules";
import type { Reason } from "@/lib/features/contacts/duplicates/schema";
import { duplicatesVisibleTo } from "@/lib/features/merges/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import type { Cursor } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { type SqlFragment, sql } from "@/lib/values/sql";

/** A group before its people are read. */
export type FoundGroup = { place: Cursor["values"]; shared: string; ids: string[] };

type Walk = { cursor: Cursor | null; limit: number };

/**
 * Groups of live contacts with one reason to be the same person, in a fixed order. Each walk follows an index and stops
 * as soon as it has enough; groups in which everybody was told apart from everybody are passed over.
 */
export function walkGroups(actor: Actor, reason: Reason, walk: Walk): Promise<FoundGroup[]> {
  return rows<FoundGroup>(WALKS[reason](actor, walk));
}

const WALKS: Record<Reason, (actor: Actor, walk: Walk) => SqlFragment> = {
  blocked: blockedGroups,
  email: emailGroups,
  phone: phoneGroups,
  name: nameGroups,
  address: addressGroups,
};

const isBackwards = ({ cursor }: Walk) => cursor?.direction === "before";
const directionOf = (walk: Walk) => (isBackwards(walk) ? sql`desc` : sql`asc`);

/** Some pair of them was not told apart yet. */
const undecided = sql`cardinality(found.ids) * (cardinality(found.ids) - 1) / 2 > (select count(*) from not_duplicates n
  where n.first_id = any(found.ids) and n.second_id = any(found.ids))`;

function past(walk: Walk, column: SqlFragment, type: SqlFragment): SqlFragment {
  const [value] = walk.cursor?.values ?? [];
  if (typeof value !== "string") return sql`true`;
  return isBackwards(walk) ? sql`${column} < ${value}::${type}` : sql`${column} > ${value}::${type}`;
}

/**
 * Further addresses count: by them, too, "Forgot Password" cannot tell who asks. Two walks in one order, because one over
 * both kinds of addresses at once would have to sort them all.
 */
function emailGroups(actor: Actor, walk: Walk): SqlFragment {
  return sql`
    select jsonb_build_array(g.email::text) as place, g.email::text as shared, found.ids
    from (
      select email from contacts where deleted_at is null and email is not null and ${past(walk, sql`email`, sql`citext`)}
      group by email having count(*) > 1
      union
      select e.email from contact_emails e where ${past(walk, sql`e.email`, sql`citext`)} and (
        exists (select 1 from contacts k where k.deleted_at is null and k.email = e.email and k.id <> e.contact_id)
        or exists (select 1 from contact_emails o where o.email = e.email and o.contact_id <> e.contact_id))
    ) g
    cross join lateral (
      select array_agg(id) as ids from (
        select id from contacts where deleted_at is null and email = g.email
        union
        select e.contact_id from contact_emails e join contacts k on k.id = e.contact_id and k.deleted_at is null
        where e.email = g.email order by id
      ) holders
    ) found
    where ${duplicatesVisibleTo(actor)} and cardinality(found.ids) > 1 and ${undecided}
    order by g.email ${directionOf(walk)} limit ${walk.limit}`;
}

/** Addresses by which somebody asked for a passcode in vain: the queue of those to let in again, told apart or not. */
function blockedGroups(actor: Actor, walk: Walk): SqlFragment {
  return sql`
    select jsonb_build_array(g.email::text) as place, g.email::text as shared, found.ids
    from (
      select k.email from tasks t join contacts k on k.id = t.subject_id and k.email is not null
      where starts_with(t.dedupe_key, ${BLOCKED_SIGN_IN}) and t.done_at is null and t.subject_kind = 'contact'
      union
      select e.email from tasks t join contact_emails e on e.contact_id = t.subject_id
      where starts_with(t.dedupe_key, ${BLOCKED_SIGN_IN}) and t.done_at is null and t.subject_kind = 'contact'
    ) g
    cross join lateral (
      select array_agg(id) as ids from (
        select id from contacts where deleted_at is null and email = g.email
        union
        select e.contact_id from contact_emails e join contacts k on k.id = e.contact_id and k.deleted_at is null
        where e.email = g.email order by id
      ) holders
    ) found
    where ${duplicatesVisibleTo(actor)} and cardinality(found.ids) > 1 and ${past(walk, sql`g.email`, sql`citext`)}
    order by g.email ${directionOf(walk)} limit ${walk.limit}`;
}

function phoneGroups(actor: Actor, walk: Walk): SqlFragment {
  return sql`
    select jsonb_build_array(g.phone) as place, g.phone as shared, found.ids
    from (
      select phone from contacts where deleted_at is null and phone is not null and ${past(walk, sql`phone`, sql`text`)}
      group by phone having count(*) > 1
    ) g
    cross join lateral (
      select array_agg(id order by id) as ids from contacts where deleted_at is null and phone = g.phone
    ) found
    where ${duplicatesVisibleTo(actor)} and length(digits_of(g.phone)) >= ${PHONE_DIGITS} and ${undecided}
    order by g.phone ${directionOf(walk)} limit ${walk.limit}`;
}

/** At one client names need only be similar: typing errors are likely, and few pairs have to be looked at. */
function nameGroups(actor: Actor, walk: Walk): SqlFragment {
  const [at] = walk.cursor?.values ?? [];
  const beyond = isId(at) ? past(walk, sql`client_id`, sql`uuid`) : sql`true`;
  return sql`
    select jsonb_build_array(g.client_id) as place, c.name as shared, found.ids
    from (select client_id from relationships where ${beyond} group by client_id having count(*) > 1) g
    join clients c on c.id = g.client_id and c.deleted_at is null
    cross join lateral (
      with members as materialized (
        select k.id, fold_text(k.first_name || ' ' || k.last_name) as name
        from relationships r join contacts k on k.id = r.contact_id and k.deleted_at is null
        where r.client_id = g.client_id order by k.id limit ${COMPARED_AT_CLIENT}
      )
      select array_agg(distinct alike.id) as ids from (
        select a.id as first_id, b.id as second_id from members a join members b on a.id < b.id
        where similarity(a.name, b.name) >= ${NAME_LIKENESS}::real and not exists (select 1 from not_duplicates n
          where n.first_id = a.id and n.second_id = b.id)
      ) pairs cross join lateral (values (pairs.first_id), (pairs.second_id)) alike (id)
    ) found
    where ${duplicatesVisibleTo(actor)} and found.ids is not null
    order by g.client_id ${directionOf(walk)} limit ${walk.limit}`;
}

/** At one address, across clients, names have to sound the same. */
function addressGroups(actor: Actor, walk: Walk): SqlFragment {
  const { from, beyond } = soundsBeyond(walk);
  return sql`
    select jsonb_build_array(g.sound, found.address) as place, found.shared, found.ids
    from (
      select name_sound(first_name, last_name) as sound from contacts where deleted_at is null and ${from}
      group by 1 having count(*) > 1
    ) g
    cross join lateral (
      select address_key(c.address_line1, c.postal_code) as address, array_agg(distinct k.id) as ids,
        min(concat_ws(', ', c.address_line1, c.city, c.postal_code)) as shared
      from contacts k join relationships r on r.contact_id = k.id join clients c on c.id = r.client_id and c.deleted_at is null
      where k.deleted_at is null and name_sound(k.first_name, k.last_name) = g.sound
        and address_key(c.address_line1, c.postal_code) is not null
      group by 1 having count(distinct k.id) > 1 and count(distinct c.id) > 1
    ) found
    where ${duplicatesVisibleTo(actor)} and ${beyond} and ${undecided}
    order by g.sound ${directionOf(walk)}, found.address ${directionOf(walk)} limit ${walk.limit}`;
}

/** Where the walk goes on: from which sound, and past which address of it. */
function soundsBeyond(walk: Walk): { from: SqlFragment; beyond: SqlFragment } {
  const [sound, address] = walk.cursor?.values ?? [];
  if (typeof sound !== "string" || typeof address !== "string") return { from: sql`true`, beyond: sql`true` };
  const place = sql`(${sound}::text, ${address}::text)`;
  const own = sql`name_sound(first_name, last_name)`;
  const here = sql`(g.sound, found.address)`;
  if (isBackwards(walk)) return { from: sql`${own} <= ${sound}::text`, beyond: sql`${here} < ${place}` };
  return { from: sql`${own} >= ${sound}::text`, beyond: sql`${here} > ${place}` };
}
