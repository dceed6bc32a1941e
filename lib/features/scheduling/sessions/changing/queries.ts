import "server-only";
import { sessionsChangedBy } from "@/lib/features/scheduling/scope";
import type { SessionStatus } from "@/lib/features/scheduling/sessions/schema";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";

/** A session as the commands that change it compare it. */
export type ChangedSession = {
  id: string;
  version: number;
  status: SessionStatus;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  centerId: string;
  roomId: string | null;
  type: string;
  notes: string | null;
  seriesId: string | null;
  occurrenceKey: string | null;
  practitioners: { id: string; name: string }[];
  clients: { id: string; name: string }[];
};

/** One session that the person may change; held against others with `lock`. Null where it is not there or not theirs. */
export async function findToChange(
  tx: Tx,
  actor: Actor,
  { sessionId, lock = false }: { sessionId: string; lock?: boolean },
): Promise<ChangedSession | null> {
  if (!isId(sessionId)) return null;
  const [found] = await rows<ChangedSession>(
    sql`select s.id, s.version, s.status::text as status, s.starts_at as "startsAt", s.ends_at as "endsAt",
        s.time_zone as "timeZone", s.center_id as "centerId", s.room_id as "roomId", s.type, s.notes,
        s.series_id as "seriesId", s.occurrence_key as "occurrenceKey",
        coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.first_name || ' ' || p.last_name) order by p.id)
          from session_practitioners sp join practitioners p on p.id = sp.practitioner_id where sp.session_id = s.id), '[]') as practitioners,
        coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.id)
          from attendances a join clients c on c.id = a.client_id where a.session_id = s.id), '[]') as clients
      from sessions s where s.id = ${sessionId}::uuid and ${sessionsChangedBy(actor)}
      ${lock ? sql`for no key update of s` : sql``}`,
    tx,
  );
  return found ?? null;
}
