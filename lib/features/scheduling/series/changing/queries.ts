import "server-only";
import { sessionsChangedBy } from "@/lib/features/scheduling/scope";
import { findProblems, findRoomId } from "@/lib/features/scheduling/series/queries";
import { whenWords } from "@/lib/features/scheduling/sessions/planning/copy";
import { findClashes } from "@/lib/features/scheduling/sessions/slots/queries";
import type { Clash } from "@/lib/features/scheduling/sessions/slots/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { refuse } from "@/lib/platform/refusal";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { type Changed, changeEach, reached } from "./rules";
import type { ChangedOccurrence, ChangeSeriesInput, SeriesSession } from "./schema";

const MOST = 200;

/** A session and all to come of its series that the person may change, in the order of time; held with `lock`. */
export async function findSeries(
  tx: Tx,
  actor: Actor,
  { sessionId, lock = false }: { sessionId: string; lock?: boolean },
): Promise<SeriesSession[]> {
  if (!isId(sessionId)) return [];
  if (lock)
    await rows(
      sql`select id from sessions
        where (id = ${sessionId}::uuid or series_id = (select series_id from sessions where id = ${sessionId}::uuid))
          and status in ('REQUESTED', 'BOOKED') order by id for no key update`,
      tx,
    );
  return rows<SeriesSession>(
    sql`select s.id, s.version, s.status::text as status, s.series_id as "seriesId", s.starts_at as "startsAt", s.ends_at as "endsAt",
        to_char(s.wall_starts_at, 'YYYY-MM-DD"T"HH24:MI') as wall, s.time_zone as "timeZone", s.center_id as "centerId", s.type,
        s.service_id as "serviceId", s.location, s.room_id as "roomId", r.name::text as room, s.meeting_link as "meetingLink",
        coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.first_name || ' ' || p.last_name) order by p.id)
          from session_practitioners sp join practitioners p on p.id = sp.practitioner_id where sp.session_id = s.id), '[]') as practitioners,
        coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.id)
          from attendances a join clients c on c.id = a.client_id where a.session_id = s.id), '[]') as clients
      from sessions s left join rooms r on r.id = s.room_id
      where (s.id = ${sessionId}::uuid or (s.status in ('REQUESTED', 'BOOKED') and s.starts_at > ${now()}::timestamptz
          and s.series_id = (select o.series_id from sessions o where o.id = ${sessionId}::uuid)))
        and ${sessionsChangedBy(actor)} order by s.starts_at, s.id limit ${MOST}`,
    tx,
  );
}

type Planned = Changed & { roomId: string | null };

/** Who is taken in the new times, by the place of the session; those with the same people are one question. */
export async function findSeriesClashes(actor: Actor, changed: readonly Planned[], tx?: Tx): Promise<Clash[]> {
  const groups = new Map<string, { place: number; one: Planned }[]>();
  for (const [place, one] of changed.entries()) {
    const key = [one.practitionerIds.join(), one.before.clients.map(({ id }) => id).join(), one.roomId].join("|");
    groups.set(key, [...(groups.get(key) ?? []), { place, one }]);
  }
  const except = changed.map(({ before }) => before.id);
  const clashes: Clash[] = [];
  for (const group of groups.values()) {
    const [{ one } = { one: null }] = group;
    if (!one) continue;
    const takes = {
      practitionerIds: one.practitionerIds,
      clientIds: one.before.clients.map(({ id }) => id),
      roomId: one.roomId,
    };
    const found = await findClashes(actor, { ...takes, slots: group.map((each) => each.one.when), except }, tx);
    clashes.push(...found.map((clash) => ({ ...clash, place: group[clash.place]?.place ?? 0 })));
  }
  return clashes.toSorted((a, b) => a.place - b.place);
}

/** Every session a change would reach, with its new time and what stands in its way. Nothing is written. */
export async function findSeriesChange(actor: Actor, input: ChangeSeriesInput): Promise<ChangedOccurrence[]> {
  const all = await findSeries(db, actor, input);
  const opened = all.find(({ id }) => id === input.sessionId);
  if (!opened) refuse("not_found", "refusals.notFound");
  const newRoom = await findRoomId(opened.centerId, input.room);
  const changed = changeEach(reached(all, { ...input, now: now() }), opened, input).map((one) => ({
    ...one,
    roomId: one.room === undefined ? one.before.roomId : newRoom,
  }));
  const clashes = await findSeriesClashes(actor, changed);
  const dates = changed.map(({ before, when, wall }, place) => ({
    ...{ key: before.id, wall, clients: before.clients, practitionerIds: changed[place]?.practitionerIds ?? [] },
    ...{ startsAt: when.startsAt, endsAt: when.endsAt, timeZone: when.timeZone },
    clashes: clashes.filter((clash) => clash.place === place),
  }));
  const lines = await findProblems(actor, { centerId: opened.centerId, dates });
  return lines.map((line, place) => {
    const before = changed[place]?.before;
    const formerly = before ? whenWords(before) : null;
    return { ...line, formerly: formerly === line.label ? null : formerly };
  });
}
