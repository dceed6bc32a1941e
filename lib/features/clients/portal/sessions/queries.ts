import "server-only";
import { clientsActedFor } from "@/lib/features/clients/portal/scope";
import type { ContactActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { INTERNAL_TYPES, type PortalSession } from "./schema";

const UPCOMING = 10;
const PAST = 5;

type Found = PortalSession & { upcoming: boolean };

/**
 * The next sessions of the clients a contact acts for, and the last ones held: when, how and with whom, and what was written for them. Other
 * notes, costs and work without the client are not for the portal.
 */
export async function listPortalSessions(
  actor: ContactActor,
): Promise<{ upcoming: PortalSession[]; past: PortalSession[] }> {
  const clientIds = clientsActedFor(actor);
  if (clientIds.length === 0) return { upcoming: [], past: [] };
  const common = sql`a.client_id = any(${clientIds}::uuid[]) AND NOT (s.type = any(${[...INTERNAL_TYPES]}::text[]))`;
  const columns = sql`a.id, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.time_zone AS "timeZone", s.type,
    s.location, s.shared_notes AS "sharedNotes", c.name AS "clientName", coalesce((
      SELECT jsonb_agg(p.first_name || ' ' || p.last_name ORDER BY p.last_name, p.id)
      FROM session_practitioners sp JOIN practitioners p ON p.id = sp.practitioner_id WHERE sp.session_id = s.id
    ), '[]'::jsonb) AS practitioners`;
  const at = now();
  const found = await rows<Found>(sql`
    (SELECT true AS upcoming, ${columns}
      FROM attendances a JOIN sessions s ON s.id = a.session_id JOIN clients c ON c.id = a.client_id
      WHERE ${common} AND s.status IN ('REQUESTED', 'BOOKED') AND a.starts_at >= ${at}::timestamptz
      ORDER BY a.starts_at LIMIT ${UPCOMING})
    UNION ALL
    (SELECT false AS upcoming, ${columns}
      FROM attendances a JOIN sessions s ON s.id = a.session_id JOIN clients c ON c.id = a.client_id
      WHERE ${common} AND s.status = 'HELD' AND NOT a.no_show AND a.starts_at < ${at}::timestamptz
      ORDER BY a.starts_at DESC LIMIT ${PAST})`);
  const only = (wanted: boolean) =>
    found.filter(({ upcoming }) => upcoming === wanted).map(({ upcoming: _, ...session }) => session);
  return { upcoming: only(true), past: only(false) };
}
