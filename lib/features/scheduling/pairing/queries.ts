import "server-only";
import { practitionersSeenBy } from "@/lib/features/practitioners/scope";
import { sessionsOfClientsSeen } from "@/lib/features/scheduling/scope";
import { explainSlot, findFreeTimes } from "@/lib/features/scheduling/slots/queries";
import { languageNameOf } from "@/lib/features/settings/coded-lists/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { startOfWeek } from "@/lib/values/date";
import { isId } from "@/lib/values/id";
import { addMinutes } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { dayIn, toInstant } from "@/lib/values/wall-clock";
import { blocksOf, daysOfWeek, offersIn, rangeOf, rankPairs } from "./rules";
import type { Candidate, PairedClient, Pairing, PairingSearch, WaitingClient } from "./schema";

const PAGE = 50;
const MOST_PRACTITIONERS = 50;
/** Drawn at first; whoever has no time among the best of them asks for the rest. */
const SHOWN = 5;
/** Staff may plan at once and a year ahead; what is taken is taken. */
const LIMITS = { bufferMinutes: 0, noticeMinutes: 0, horizonDays: 366, mostPerDay: null };

/** Active clients that nothing is planned with, the newest first; read along the key, so a page costs what it shows. */
export async function listWaitingClients(actor: Actor, page?: string): Promise<Page<WaitingClient>> {
  const cursor = decodeCursor(page);
  const backwards = cursor?.direction === "before";
  const [id] = cursor?.values ?? [];
  const edge = isId(id) ? (backwards ? sql`clients.id > ${id}::uuid` : sql`clients.id < ${id}::uuid`) : sql`true`;
  const at = now();
  const found = await rows<WaitingClient>(sql`
    select w.id, w.number, w.name, ce.name::text as center, ce.time_zone as "timeZone",
      p.first_name || ' ' || p.last_name as practitioner,
      (select a.starts_at from attendances a where a.client_id = w.id and a.starts_at <= ${at}::timestamptz
        order by a.starts_at desc limit 1) as "lastSession",
      exists (select from availability_schedules s where s.client_id = w.id) as "hasHours"
    from (select clients.id, clients.number, clients.name, clients.center_id, clients.practitioner_id from clients
      join client_statuses st on st.id = clients.status_id
      where ${edge} and st.standing = 'ACTIVE' and not st.blocks_sessions and ${sessionsOfClientsSeen(actor)}
        and not exists (select from attendances a where a.client_id = clients.id
          and a.starts_at > ${at}::timestamptz and a.busy is not null)
      order by clients.id ${backwards ? sql`asc` : sql`desc`} limit ${PAGE + 1}) w
    join centers ce on ce.id = w.center_id left join practitioners p on p.id = w.practitioner_id
    order by w.id ${backwards ? sql`asc` : sql`desc`}`);
  return pageOf(found, { size: PAGE, cursor, valuesOf: (row) => [row.id] });
}

/** Who could work with a client in a week, best first; null where the client is not for these eyes. */
export async function findPairing(actor: Actor, search: PairingSearch): Promise<Pairing | null> {
  const client = await findPairedClient(actor, search.client);
  if (!client) return null;
  const { timeZone: zone } = client;
  const at = now();
  const minutes = search.minutes ?? 60;
  const first = startOfWeek(search.week ?? search.on ?? dayIn(zone, at));
  const days = daysOfWeek({ first, zone });
  const candidates = await findCandidates(actor, client, search.service ?? null);
  const people = { clientIds: [client.id], practitionerIds: candidates.map(({ id }) => id) };
  const asked = { minutes, limits: LIMITS, now: at };
  const startsAt = search.on && search.at ? toInstant(search.on, search.at, zone) : null;
  const [free, answers] = await Promise.all([
    findFreeTimes(actor, people, { ...asked, range: rangeOf(days) }),
    startsAt &&
      explainSlot(actor, people, { ...asked, range: { start: startsAt, end: addMinutes(startsAt, minutes) } }),
  ]);
  const freeOf = new Map(free.map((one) => [one.practitionerId, one]));
  const ranked = rankPairs(candidates.map((one) => ({ ...one, minutes: freeOf.get(one.id)?.minutes ?? 0 })));
  const shown = ranked.slice(0, search.all ? undefined : SHOWN).map((candidate) => {
    const blocks = blocksOf(freeOf.get(candidate.id)?.free ?? [], days, zone);
    return { ...candidate, blocks, offers: offersIn(blocks, { minutes, days, zone }) };
  });
  const told = answers?.map(({ reasons, ...who }) => ({ ...who, reasons: reasons.map(({ reason }) => reason) }));
  return {
    client,
    first,
    minutes,
    pairs: shown,
    more: ranked.length - shown.length,
    slot: startsAt && told ? { startsAt, answers: told } : null,
  };
}

async function findPairedClient(actor: Actor, id: string | undefined): Promise<PairedClient | null> {
  if (!isId(id)) return null;
  const [found] = await rows<PairedClient>(sql`
    select clients.id, clients.number, clients.name, clients.language,
      ${languageNameOf(sql`clients.language`)} as "languageName", ce.id as "centerId", ce.name::text as center,
      ce.time_zone as "timeZone", exists (select from availability_schedules s where s.client_id = clients.id) as "hasHours",
      coalesce((select jsonb_agg(jsonb_build_object('id', sv.id, 'name', sv.name) order by sv.position, sv.name)
        from services sv where sv.archived_at is null), '[]') as services
    from clients join centers ce on ce.id = clients.center_id
    where clients.id = ${id}::uuid and ${sessionsOfClientsSeen(actor)}`);
  return found ?? null;
}

/** The practitioners that fit best by what they are, before anybody's hours are looked at. */
function findCandidates(actor: Actor, client: PairedClient, serviceId: string | null): Promise<Candidate[]> {
  const service = client.services.find(({ id }) => id === serviceId);
  const gives = service
    ? sql`(exists (select from practitioner_services ps where ps.practitioner_id = p.id and ps.service_id = ${service.id}::uuid)
        or exists (select from unnest(p.skills) skill where lower(skill) = lower(${service.name})))`
    : sql`true`;
  return rows<Candidate>(sql`
    select p.id, p.first_name || ' ' || p.last_name as name, ce.name::text as center, p.skills,
      coalesce(p.center_id = ${client.centerId}::uuid, false) as "atCenter", ${gives} as "givesService",
      ${client.language} = any(p.languages) as speaks,
      exists (select from clients_served cs where cs.practitioner_id = p.id and cs.client_id = ${client.id}::uuid) as knows
    from practitioners p left join centers ce on ce.id = p.center_id
    where p.status = 'ACTIVE' and ${practitionersSeenBy(actor)}
    order by "givesService" desc, speaks desc, "atCenter" desc, p.last_name, p.first_name, p.id
    limit ${MOST_PRACTITIONERS}`);
}
