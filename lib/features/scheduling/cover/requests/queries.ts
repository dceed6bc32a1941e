import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { AskedReader, OwnCoverRequest } from "./schema";

const MOST = 50;

/** That the session `s` of a request `r` is still to come and still that of the one who is away. */
const isNeeded = () => sql`(s.status in ('REQUESTED', 'BOOKED') and s.starts_at > ${now()}::timestamptz
  and exists (select from session_practitioners x where x.session_id = s.id and x.practitioner_id = r.away_id))`;

/** What one is asked to take over and can still answer, the next first. */
export function listOwnCoverRequests(actor: AccountActor): Promise<OwnCoverRequest[]> {
  return findRequests(actor, sql`r.state = 'OPEN' and ${isNeeded()}`);
}

/** How many of them there are. */
export async function countOwnCoverRequests(actor: AccountActor): Promise<number> {
  const [found] = await rows<{ count: number }>(sql`select count(*)::int as count from cover_requests r
    join sessions s on s.id = r.session_id
    where r.practitioner_id = ${actor.practitionerId}::uuid and r.state = 'OPEN' and ${isNeeded()}`);
  return found?.count ?? 0;
}

/** One request to oneself, whatever became of it. */
export async function findOwnCoverRequest(actor: AccountActor, id: string, tx: Tx): Promise<OwnCoverRequest | null> {
  if (!isId(id)) return null;
  const [found] = await findRequests(actor, sql`r.id = ${id}::uuid`, tx);
  return found ?? null;
}

function findRequests(actor: AccountActor, which: SqlFragment, tx?: Tx): Promise<OwnCoverRequest[]> {
  return rows<OwnCoverRequest>(
    sql`select r.id, r.session_id as "sessionId", r.away_id as "awayId", w.first_name || ' ' || w.last_name as away,
        a.first_name || ' ' || a.last_name as "askedBy", r.asked_by_account_id as "askedByAccountId",
        s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone", s.type, sv.name::text as service,
        ce.name::text as center, (select count(*)::int from attendances x where x.session_id = s.id) as clients,
        r.state::text as state, ${isNeeded()} as "isNeeded",
        exists (select from session_practitioners b where b.practitioner_id = r.practitioner_id
          and b.busy && tstzrange(s.starts_at, s.ends_at) and b.session_id <> s.id) as "isBusy"
      from cover_requests r join sessions s on s.id = r.session_id join practitioners w on w.id = r.away_id
      join centers ce on ce.id = s.center_id left join services sv on sv.id = s.service_id
      left join accounts a on a.id = r.asked_by_account_id
      where r.practitioner_id = ${actor.practitionerId}::uuid and ${which}
      order by s.starts_at, r.id limit ${MOST}`,
    tx,
  );
}

/** The accounts by which these practitioners sign in, those who can. */
export function findReaders(practitionerIds: readonly string[], tx: Tx): Promise<(AskedReader & { id: string })[]> {
  return rows(
    sql`select p.id, a.id as "accountId", a.first_name || ' ' || a.last_name as name, a.first_name as "firstName", a.email,
        a.language from practitioners p join accounts a on a.id = p.account_id
      where p.id = any(${[...practitionerIds]}::uuid[]) and p.status = 'ACTIVE' and a.status = 'ACTIVE' order by p.id`,
    tx,
  );
}
