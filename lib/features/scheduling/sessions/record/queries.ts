import "server-only";
import {
  readsStaffNotes,
  sessionsChangedBy,
  sessionsOfClientsSeen,
  sessionsSeenBy,
} from "@/lib/features/scheduling/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import type { SessionRecord } from "./schema";

/** One session with everybody in it, in one query. Null where it is not there or not for this person's eyes. */
export async function findSession(actor: Actor, sessionId: string): Promise<SessionRecord | null> {
  if (!isId(sessionId) || actor.kind !== "account") return null;
  const staffNotes = readsStaffNotes(actor) ? sql`s.staff_notes` : sql`null`;
  const [session] = await rows<SessionRecord>(sql`
    select s.id, s.version, s.status::text as status, s.starts_at as "startsAt", s.ends_at as "endsAt",
      to_char(s.wall_starts_at, 'YYYY-MM-DD"T"HH24:MI') as wall, s.time_zone as "timeZone",
      jsonb_build_object('id', ce.id, 'name', ce.name) as center,
      case when sv.id is not null then jsonb_build_object('id', sv.id, 'name', sv.name) end as service,
      s.type, s.area, s.location, r.name::text as room, s.meeting_link as "meetingLink", s.places, s.notes,
      ${staffNotes}::text as "staffNotes", s.shared_notes as "sharedNotes", s.cancelled_reason as "cancelledReason",
      (select jsonb_build_object('following', count(*) filter (where o.starts_at >= s.starts_at), 'all', count(*))
        from sessions o where o.series_id = s.series_id and o.status in ('REQUESTED', 'BOOKED')
          and o.starts_at > ${now()}::timestamptz having s.series_id is not null) as ahead, s.created_at as "createdAt", by.first_name || ' ' || by.last_name as "createdBy",
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.first_name || ' ' || p.last_name, 'email', p.email,
          'phone', p.phone, 'isOwn', p.id is not distinct from ${actor.practitionerId}::uuid) order by p.last_name, p.id)
        from session_practitioners sp join practitioners p on p.id = sp.practitioner_id where sp.session_id = s.id), '[]') as practitioners,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'clientId', clients.id, 'name', clients.name,
          'number', clients.number, 'kind', clients.kind, 'reportable', a.reportable, 'noShow', a.no_show,
          'fundingSourceId', a.funding_source_id, 'fundingSource', f.identifier, 'contactMinutes', a.contact_minutes,
          'prepMinutes', a.prep_minutes, 'travelMinutes', a.travel_minutes) order by clients.name, clients.id)
        from attendances a join clients on clients.id = a.client_id left join funding_sources f on f.id = a.funding_source_id
        where a.session_id = s.id and ${sessionsOfClientsSeen(actor)}), '[]') as parts,
      (select count(*) from attendances a where a.session_id = s.id)::int as unseen,
      (${sessionsChangedBy(actor)}) as mine
    from sessions s join centers ce on ce.id = s.center_id left join services sv on sv.id = s.service_id
    left join rooms r on r.id = s.room_id left join accounts by on by.id = s.created_by_account_id
    where s.id = ${sessionId}::uuid and ${sessionsSeenBy(actor)}`);
  return session ? { ...session, unseen: session.unseen - session.parts.length } : null;
}
