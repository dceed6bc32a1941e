import "server-only";
import type { Merging } from "@/lib/features/merges/schema";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";

/** The team of all: who worked with any of them works with the client that stays, since the earliest day. */
export async function combineAssignments(tx: Tx, { winnerId, loserIds }: Merging): Promise<void> {
  await execute(
    sql`insert into client_practitioners (client_id, practitioner_id, assigned_at)
      select ${winnerId}::uuid, practitioner_id, min(assigned_at) from (
        select practitioner_id, assigned_at from client_practitioners where client_id = any(${loserIds}::uuid[])
        union all
        select practitioner_id, ${now()}::timestamptz from clients where id = any(${loserIds}::uuid[]) and practitioner_id is not null
      ) team group by practitioner_id
      on conflict (client_id, practitioner_id) do update set assigned_at = least(client_practitioners.assigned_at, excluded.assigned_at)`,
    tx,
  );
  await execute(sql`delete from client_practitioners where client_id = any(${loserIds}::uuid[])`, tx);
}

/**
 * Whoever was in one session twice was there once.
 * @throws {RefusalError} sessions_overlap when two of them are booked at the same time in different sessions
 */
export async function combineAttendances(tx: Tx, { winnerId, loserIds }: Merging): Promise<void> {
  const all = [winnerId, ...loserIds];
  const [overlap] = await rows<{ count: number }>(
    sql`select count(*)::int as count from attendances a join attendances b
        on b.client_id > a.client_id and b.session_id <> a.session_id and b.busy && a.busy
      where a.client_id = any(${all}::uuid[]) and b.client_id = any(${all}::uuid[])`,
    tx,
  );
  if (overlap && overlap.count > 0)
    refuse("sessions_overlap", "duplicates.refusals.sessionsOverlap", { values: { count: overlap.count } });
  await execute(
    sql`delete from attendances where id in (select id from (
        select id, row_number() over (partition by session_id order by (client_id = ${winnerId}::uuid) desc, id) as rank
        from attendances where client_id = any(${all}::uuid[])
      ) places where rank > 1)`,
    tx,
  );
}

/** One version of an agreement binds a client once: the earliest signature goes on to, those of the others are kept as void. */
export async function combineSignatures(tx: Tx, { winnerId, loserIds }: Merging): Promise<void> {
  await execute(
    sql`update signatures set voided_at = ${now()}::timestamptz where id in (select id from (
        select id, row_number() over (partition by agreement_version_id order by (client_id = ${winnerId}::uuid) desc, signed_at, id) as rank
        from signatures where client_id = any(${[winnerId, ...loserIds]}::uuid[]) and voided_at is null
          and agreement_version_id is not null
      ) signed where rank > 1)`,
    tx,
  );
}

/** What new work begins with and how it is billed: the client's own, and what it has not from the first that has. */
export async function combineDefaults(tx: Tx, { winnerId, loserIds }: Merging): Promise<void> {
  const firstOf = (table: "client_defaults" | "client_billing") =>
    table === "client_defaults"
      ? sql`select client_id from client_defaults where client_id = any(${loserIds}::uuid[])
          order by array_position(${loserIds}::uuid[], client_id) limit 1`
      : sql`select client_id from client_billing where client_id = any(${loserIds}::uuid[])
          order by array_position(${loserIds}::uuid[], client_id) limit 1`;
  await execute(
    sql`update client_defaults w set worker_comp_code = coalesce(w.worker_comp_code, l.worker_comp_code),
        multiplier_code = coalesce(w.multiplier_code, l.multiplier_code), service_id = coalesce(w.service_id, l.service_id),
        rate_cents = coalesce(w.rate_cents, l.rate_cents), funding_source_id = coalesce(w.funding_source_id, l.funding_source_id),
        practitioner_id = coalesce(w.practitioner_id, l.practitioner_id), version = w.version + 1
      from client_defaults l where w.client_id = ${winnerId}::uuid and l.client_id = (${firstOf("client_defaults")})`,
    tx,
  );
  await execute(
    sql`update client_defaults set client_id = ${winnerId}::uuid where client_id = (${firstOf("client_defaults")})
      and not exists (select from client_defaults w where w.client_id = ${winnerId}::uuid)`,
    tx,
  );
  await execute(
    sql`update client_billing set client_id = ${winnerId}::uuid where client_id = (${firstOf("client_billing")})
      and not exists (select from client_billing w where w.client_id = ${winnerId}::uuid)`,
    tx,
  );
}

/** Everybody's own colour for the client that stays, or else the one they gave to one of the others. */
export async function combineColours(tx: Tx, { winnerId, loserIds }: Merging): Promise<void> {
  const all = [winnerId, ...loserIds];
  await execute(
    sql`delete from client_colours c using (
        select account_id, client_id, row_number() over (partition by account_id
          order by array_position(${all}::uuid[], client_id)) as rank
        from client_colours where client_id = any(${all}::uuid[])
      ) ranked where ranked.account_id = c.account_id and ranked.client_id = c.client_id and ranked.rank > 1`,
    tx,
  );
  await execute(
    sql`update client_colours set client_id = ${winnerId}::uuid where client_id = any(${loserIds}::uuid[])`,
    tx,
  );
}

/**
 * A client has one usual week and one plan for a day; what the others have for the same time is kept aside, named after
 * whom it comes from.
 */
export async function combineHours(tx: Tx, { winnerId, loserIds }: Merging): Promise<void> {
  const all = sql`${[winnerId, ...loserIds]}::uuid[]`;
  await execute(
    sql`update availability_schedules s set kind = 'ASIDE', version = s.version + 1,
        label = coalesce(s.label || ', ', '') || c.name || ' ' || c.number
      from clients c where c.id = s.client_id and s.client_id = any(${all}) and s.kind <> 'ASIDE' and exists (
        select from availability_schedules o where o.client_id = any(${all}) and o.kind = s.kind
          and array_position(${all}, o.client_id) < array_position(${all}, s.client_id)
          and daterange(o.first_day, o.last_day, '[]') && daterange(s.first_day, s.last_day, '[]'))`,
    tx,
  );
}

/** Every number that led to one of them leads to the client that stays. */
export async function combineNumbers(tx: Tx, { winnerId, loserIds }: Merging): Promise<void> {
  await execute(
    sql`update former_numbers set client_id = ${winnerId}::uuid, by_merge = true where client_id = any(${loserIds}::uuid[])`,
    tx,
  );
  await execute(
    sql`insert into former_numbers (number, client_id, given_up_at, by_merge)
      select number, ${winnerId}::uuid, ${now()}::timestamptz, true from clients where id = any(${loserIds}::uuid[])
      on conflict (number) do update set client_id = excluded.client_id, by_merge = true`,
    tx,
  );
}

/** Who waits for the same with several of them waits once, since the earliest of them. */
export async function combineWaits(tx: Tx, { winnerId, loserIds }: Merging): Promise<void> {
  await execute(
    sql`update session_waits set ended_at = ${now()}::timestamptz, ended_reason = 'LEFT' where id in (select id from (
        select id, row_number() over (partition by practitioner_id, service_id order by created_at, id) as rank
        from session_waits where client_id = any(${[winnerId, ...loserIds]}::uuid[]) and ended_at is null
      ) waiting where rank > 1)`,
    tx,
  );
}

/** Of what is asked for one field of several of them, the latest waits; what it takes the place of is kept as such. */
export async function combineProposals(tx: Tx, { winnerId, loserIds }: Merging): Promise<void> {
  await execute(
    sql`update proposals set status = 'REPLACED', decided_at = ${now()}::timestamptz where id in (select id from (
        select id, row_number() over (partition by field order by proposed_at desc, id desc) as rank
        from proposals where client_id = any(${[winnerId, ...loserIds]}::uuid[]) and status = 'WAITING'
      ) waiting where rank > 1)`,
    tx,
  );
}
