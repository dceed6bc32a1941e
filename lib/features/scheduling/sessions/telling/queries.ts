import "server-only";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { type Reader, type ToldSession, toldState } from "./schema";

type Row = Omit<ToldSession, "told"> & { told: unknown };

/** Sessions with everybody who gets mail about them: those who act for their clients and want mail, and who delivers them. */
export async function findToTell(tx: Tx, ids: readonly string[]): Promise<ToldSession[]> {
  const found = await rows<Row>(
    sql`select s.id, s.status::text as status, s.sequence, s.starts_at as "startsAt", s.ends_at as "endsAt", s.told,
        s.time_zone as "timeZone", s.type, v.name::text as service, s.location, r.name::text as room, s.meeting_link as "meetingLink",
        jsonb_build_object('id', ce.id, 'name', ce.name,
          'address', concat_ws(', ', ce.address_line1, ce.address_line2, ce.city)) as center,
        coalesce((select jsonb_agg(jsonb_build_object('key', 'practitioner:' || p.id, 'name', p.first_name || ' ' || p.last_name,
            'firstName', p.first_name, 'language', coalesce(ac.language, 'en'), 'timeZone', own.time_zone,
            'email', case when p.status = 'ACTIVE' then coalesce(p.email, ac.email) end) order by p.last_name, p.id)
          from session_practitioners sp join practitioners p on p.id = sp.practitioner_id
          left join accounts ac on ac.id = p.account_id left join centers own on own.id = p.center_id
          where sp.session_id = s.id), '[]') as practitioners,
        coalesce((select jsonb_agg(jsonb_build_object('clientId', c.id, 'name', c.name, 'active', st.standing = 'ACTIVE',
            'timeZone', coalesce((select h.time_zone from availability_schedules h where h.client_id = c.id order by h.id limit 1), cc.time_zone),
            'contacts', coalesce((select jsonb_agg(jsonb_build_object('key', 'contact:' || k.id, 'name', k.first_name || ' ' || k.last_name,
                'firstName', k.first_name, 'email', k.email, 'language', k.language) order by k.id)
              from relationships l join contacts k on k.id = l.contact_id
              where l.client_id = c.id and (l.is_owner or l.is_primary or l.is_guardian) and k.deleted_at is null
                and not k.do_not_mail and k.email is not null
                and (l.valid_from is null or l.valid_from <= (${now()}::timestamptz at time zone cc.time_zone)::date)
                and (l.valid_to is null or l.valid_to >= (${now()}::timestamptz at time zone cc.time_zone)::date)), '[]')) order by c.name, c.id)
          from attendances a join clients c on c.id = a.client_id join centers cc on cc.id = c.center_id
          join client_statuses st on st.id = c.status_id
          where a.session_id = s.id and c.deleted_at is null), '[]') as parts
      from sessions s join centers ce on ce.id = s.center_id left join services v on v.id = s.service_id left join rooms r on r.id = s.room_id
      where s.id = any(${[...ids]}::uuid[]) order by s.starts_at, s.id`,
    tx,
  );
  return found.map((row) => ({ ...row, told: row.told === null ? null : toldState.parse(row.told) }));
}

/** People who took part and do no more, as they are reached now; nobody for who is gone or wants no mail. */
export async function findReaders(tx: Tx, keys: readonly string[]): Promise<Map<string, Reader>> {
  const [contactIds, practitionerIds] = ["contact:", "practitioner:"].map((kind) =>
    keys.filter((key) => key.startsWith(kind)).map((key) => key.slice(kind.length)),
  );
  const found = await rows<Reader>(
    sql`select 'contact:' || k.id as key, k.first_name || ' ' || k.last_name as name, k.first_name as "firstName",
        k.email::text as email, k.language, null::text as "timeZone"
      from contacts k where k.id = any(${contactIds ?? []}::uuid[]) and k.deleted_at is null and not k.do_not_mail and k.email is not null
      union all
      select 'practitioner:' || p.id, p.first_name || ' ' || p.last_name, p.first_name, coalesce(p.email, ac.email)::text,
        coalesce(ac.language, 'en'), own.time_zone
      from practitioners p left join accounts ac on ac.id = p.account_id left join centers own on own.id = p.center_id
      where p.id = any(${practitionerIds ?? []}::uuid[]) and p.status = 'ACTIVE' and coalesce(p.email, ac.email) is not null`,
    tx,
  );
  return new Map(found.map((reader) => [reader.key, reader]));
}
