import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { CENTERS, copyLine, idOf, PRACTITIONERS, tables } from "./rows.mjs";
import { fillYears } from "./years.mjs";

const CHUNK = 2000;

function* chunksOf(count, row) {
  for (let start = 0; start < count; start += CHUNK) {
    let text = "";
    for (let number = start; number < Math.min(count, start + CHUNK); number += 1) text += copyLine(row(number));
    yield text;
  }
}

async function fillTable(client, { table, columns, count, row }) {
  await client.query(`alter table ${table} disable trigger user`);
  const target = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
  await pipeline(Readable.from(chunksOf(count, row)), target);
  await client.query(`alter table ${table} enable trigger user`);
}

async function fillGround(client) {
  for (let n = 0; n < CENTERS; n += 1) {
    await client.query(
      "insert into centers (id, name, time_zone, city, state, phone, email) values ($1, $2, 'America/Chicago', 'Chicago', 'IL', '+13125550100', $3)",
      [idOf("ce", n), `Center ${n + 1}`, `center${n}@org.example`],
    );
  }
  for (let n = 0; n < PRACTITIONERS; n += 1) {
    await client.query(
      "insert into practitioners (id, first_name, last_name, email, phone, center_id, status) values ($1, 'Counselor', $2, $3, '+13125550141', $4, $5)",
      [
        idOf("9a", n),
        String(n),
        `counselor${n}@org.example`,
        idOf("ce", Math.floor(n / 4)),
        n % 20 === 19 ? "INACTIVE" : "ACTIVE",
      ],
    );
  }
  for (const [n, identifier] of ["SBA", "State", "Local match"].entries()) {
    await client.query("insert into funding_sources (id, identifier, name) values ($1, $2, $3)", [
      idOf("f5", n),
      identifier,
      identifier,
    ]);
  }
  const { rows } = await client.query("select id, standing from client_statuses");
  return Object.fromEntries(rows.map(({ id, standing }) => [standing, id]));
}

const SERVED = `
  insert into clients_served (practitioner_id, client_id)
  select practitioner_id, id from clients where practitioner_id is not null
  union select practitioner_id, client_id from client_practitioners
  union select sp.practitioner_id, a.client_id from session_practitioners sp join attendances a on a.session_id = sp.session_id
  on conflict do nothing`;

const SEARCH = `
  insert into search_entries (subject_kind, subject_id, text)
  select 'contact', c.id, fold_text(concat_ws(' ', c.first_name, c.last_name, c.email::text, digits_of(c.phone))) from contacts c
  union all
  select 'client', c.id, fold_text(concat_ws(' ', c.name, c.legal_name, c.number, digits_of(c.phone), people.text))
  from clients c left join lateral (
    select string_agg(concat_ws(' ', p.first_name, p.last_name, p.email::text, digits_of(p.phone)), ' ') as text
    from relationships r join contacts p on p.id = r.contact_id where r.client_id = c.id) people on true`;

/** Possible customers with one person each, most of them new. */
const PROSPECTS = 2000;
const PROSPECT_ROWS = `
  insert into prospects (id, name, source, email, stage_id, center_id, staged_at, created_at)
  select ('b0000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Prospect ' || n, 'Source ' || n % 7, 'prospect' || n || '@mail.example',
    (select id from prospect_stages where outcome = 'OPEN' order by position offset n % 3 / 2 limit 1), ($2::uuid[])[1 + n % 10],
    timestamptz '2026-11-01' - n * interval '5 hours', timestamptz '2026-11-01' - n * interval '5 hours'
  from generate_series(0, $1 - 1) n`;
const PROSPECT_PEOPLE = `
  insert into prospect_contacts (prospect_id, first_name, last_name, title, email, is_main, created_at)
  select id, 'Pat', name, 'Owner', 'owner.' || email, true, created_at from prospects`;

async function fillProspects(client) {
  const centers = Array.from({ length: CENTERS }, (_, n) => idOf("ce", n));
  await client.query(PROSPECT_ROWS, [PROSPECTS, centers]);
  await client.query(PROSPECT_PEOPLE);
}

const FIELD = idOf("cf", 1);
/** A field of the organization's own that three of four clients have something in; the last choice is rare. */
const CUSTOM_FIELD =
  "insert into custom_fields (id, record_kind, type, label, position) values ($1, 'client', 'choice', 'Wave', 1)";
const CUSTOM_CHOICES = `
  insert into custom_field_choices (id, field_id, label, position)
  select ('c0000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $1::uuid, 'Wave ' || n, n from generate_series(1, 4) n`;
const CUSTOM_VALUES = `
  insert into custom_values (field_id, record_id, record_kind, type, client_id, choice_id)
  select $1::uuid, c.id, 'client', 'choice', c.id,
    ('c0000000-0000-7000-8000-' || lpad(to_hex(case when c.place % 1000 = 0 then 4 else 1 + c.place % 3 end), 12, '0'))::uuid
  from (select id, row_number() over (order by id) as place from clients) c where c.place % 4 <> 1 or c.place % 1000 = 0`;

async function fillCustom(client) {
  for (const statement of [CUSTOM_FIELD, CUSTOM_CHOICES, CUSTOM_VALUES]) await client.query(statement, [FIELD]);
}

/** Every practitioner has office hours; of the clients every fourth said when it suits, each a little differently. */
const AVAILABILITY = `
  with owners as (
    select p.id as practitioner_id, null::uuid as client_id, ce.time_zone from practitioners p join centers ce on ce.id = p.center_id
    union all
    select null, c.id, ce.time_zone from (select id, center_id, row_number() over (order by id) as place from clients) c
      join centers ce on ce.id = c.center_id where c.place % 4 = 0),
  made as (
    insert into availability_schedules (practitioner_id, client_id, time_zone)
    select practitioner_id, client_id, time_zone from owners returning id, practitioner_id)
  insert into availability_intervals (schedule_id, weekday, start_minute, end_minute)
  select id, weekday, case when practitioner_id is null then 480 + 30 * place else 540 end,
    case when practitioner_id is null then 660 + 60 * place else 1020 end
  from (select id, practitioner_id, weekday, (row_number() over (order by id) + weekday) % 10 as place
    from made cross join generate_series(1, 5) weekday) days where practitioner_id is not null or place % 2 = 0`;

/** Fills an empty, migrated database; the connection must be the owner's. */
export async function fillLarge(client, { clients, onTable }) {
  const statuses = await fillGround(client);
  for (const table of tables({ clients, statuses })) {
    await fillTable(client, table);
    onTable?.(table.table, table.count);
  }
  await client.query(
    "insert into client_practitioners (client_id, practitioner_id) select id, practitioner_id from clients where practitioner_id is not null",
  );
  await client.query(AVAILABILITY);
  await fillProspects(client);
  await fillCustom(client);
  await fillYears(client);
  await client.query(SEARCH);
  await client.query(SERVED);
  await client.query(`select setval('client_number_seq', ${100_000 + clients})`);
  await client.query("vacuum analyze");
}
