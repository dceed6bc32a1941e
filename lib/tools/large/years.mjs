import { idOf } from "./rows.mjs";

// One client with years of work behind it, whose page must open as quickly as anybody's.

const STREAM = `
  insert into stream_entries (at, client_id, kind, subject_kind, subject_id, actor_name, data)
  select timestamptz '2026-11-01' - n * interval '1 hour', $1::uuid, 'client.practitioner-assigned', 'client', $1::uuid, 'Bench Staff',
    jsonb_build_object('practitioner', 'Counselor ' || n)
  from generate_series(1, 5000) n`;
const SESSIONS = `
  with held as (
    insert into sessions (starts_at, ends_at, time_zone, center_id, type)
    select start, start + interval '1 hour', 'America/Chicago', $2::uuid, 'Online'
    from generate_series(1, 800) n, lateral (select timestamptz '2026-11-01' - n * interval '1 day' as start) day
    returning id, starts_at),
  by_whom as (insert into session_practitioners (session_id, practitioner_id) select id, $3::uuid from held)
  insert into attendances (session_id, client_id, contact_minutes, starts_at) select id, $1::uuid, 60, starts_at from held`;
const DOCUMENTS = `
  insert into documents (subject_kind, subject_id, folder, name, content_type, size, total_size, added_by, created_at, changed_at)
  select 'client', $1::uuid, 'Year ' || n % 5, 'Letter ' || n || '.txt', 'text/plain', 10, 10, 'Bench Staff', now(), now()
  from generate_series(1, 200) n`;

/** The client of `fillYears`. */
export const CLIENT_OF_YEARS = idOf("c1", 4999);

/** Gives that client 5,000 entries in its stream, 800 sessions and 200 documents. */
export async function fillYears(client) {
  await client.query(STREAM, [CLIENT_OF_YEARS]);
  await client.query(SESSIONS, [CLIENT_OF_YEARS, idOf("ce", 0), idOf("9a", 0)]);
  await client.query(DOCUMENTS, [CLIENT_OF_YEARS]);
}
