import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { paths } from "@/lib/paths";
import { now } from "@/lib/platform/clock";
import { bulkColumn, fixedChoices } from "@/lib/platform/operation/bulk-columns";
import type { BulkChange, BulkNoun } from "@/lib/platform/operation/bulk-field";
import { isId } from "@/lib/values/id";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { findSessionChoices } from "./queries";
import { SESSION_AREAS, SESSION_TYPES } from "./schema";
import { tellSql } from "./telling/rules";

const column = (field: Omit<Parameters<typeof bulkColumn>[0], "alias">) => bulkColumn({ alias: "sessions", ...field });

const PRACTITIONERS = sql`(select string_agg(p.first_name || ' ' || p.last_name, ', ' order by p.last_name, p.id)
  from session_practitioners sp join practitioners p on p.id = sp.practitioner_id where sp.session_id = sessions.id)`;
const FUNDING = sql`(select string_agg(distinct f.identifier::text, ', ') from attendances a
  join funding_sources f on f.id = a.funding_source_id where a.session_id = sessions.id)`;
const WHEN = sql`to_char(sessions.starts_at at time zone sessions.time_zone, 'YYYY-MM-DD HH24:MI')`;

/** Sessions that are still to come: requested or booked, and not begun. */
const toCome = () => sql`(sessions.status in ('REQUESTED', 'BOOKED') and sessions.starts_at > ${now()}::timestamptz)`;

/** Another practitioner for sessions to come. What was held keeps who held it, and nobody is in two places at once. */
function toPractitioner(practitionerId: string | null): BulkChange {
  const given = sql`${practitionerId}::uuid`;
  const has = sql`exists (select from session_practitioners sp where sp.session_id = sessions.id and sp.practitioner_id = ${given})`;
  return {
    present: PRACTITIONERS,
    presentKey: sql`(select min(sp.practitioner_id::text) from session_practitioners sp where sp.session_id = sessions.id)`,
    same: sql`((select count(*) from session_practitioners sp where sp.session_id = sessions.id) = 1 and ${has})`,
    refusals: [
      { code: "session_over", when: sql`not ${toCome()}` },
      {
        code: "several_practitioners",
        when: sql`(select count(*) from session_practitioners sp where sp.session_id = sessions.id) > 1`,
      },
      {
        code: "practitioner_busy",
        when: sql`exists (select from session_practitioners sp join sessions o on o.id = sp.session_id
          where sp.practitioner_id = ${given} and o.id <> sessions.id and o.status in ('REQUESTED', 'BOOKED')
            and o.starts_at < sessions.ends_at and o.ends_at > sessions.starts_at)`,
      },
    ],
    hold: () => sql`select id from practitioners where id = ${given} for no key update`,
    oneByOne: true,
    companions: [
      {
        table: "session_practitioners",
        owner: sql`session_practitioners.session_id`,
        work: (ids) => [
          sql`delete from session_practitioners where session_id = any(${[...ids]}::uuid[])`,
          sql`insert into session_practitioners (session_id, practitioner_id) select id, ${given} from unnest(${[...ids]}::uuid[]) id`,
          tellSql(ids, now()),
        ],
      },
    ],
  };
}

/** Who pays is a fact of each client's part in a session. */
function toFunding(fundingSourceId: string | null): BulkChange {
  const given = sql`${fundingSourceId}::uuid`;
  return {
    present: FUNDING,
    same: sql`not exists (select from attendances a where a.session_id = sessions.id and a.funding_source_id is distinct from ${given})`,
    companions: [
      {
        table: "attendances",
        owner: sql`attendances.session_id`,
        work: (ids) => [
          sql`update attendances set funding_source_id = ${given}
            where session_id = any(${[...ids]}::uuid[]) and funding_source_id is distinct from ${given}`,
        ],
      },
    ],
  };
}

const choicesOf = (list: "practitioners" | "fundingSources") => ({
  kind: "choice" as const,
  choices: async (...[actor]: Parameters<typeof findSessionChoices>) =>
    (await findSessionChoices(actor))[list].map(({ id, name }) => ({ value: id, label: name })),
});

/** Sessions to come that a transfer of clients left with whoever had those clients before. */
export function leftByTransfer(operationId: string): SqlFragment {
  return sql`(${toCome()} and exists (select from attendances a
    join operation_rows r on r.subject_id = a.client_id and r.operation_id = ${operationId}::uuid
      and r.outcome = 'update' and (r.undo is null or r.undo <> 'undone')
    join session_practitioners sp on sp.session_id = a.session_id and sp.practitioner_id::text = r.source->>'fromKey'
    where a.session_id = sessions.id))`;
}

/** What many sessions can be given at once. */
export const SESSIONS_IN_BULK: BulkNoun = {
  table: "sessions",
  alias: "sessions",
  subjectKind: "session",
  permission: "sessions.record",
  name: sql`${WHEN} || ' ' || sessions.type`,
  detail: sql`coalesce((select string_agg(c.name, ', ' order by c.name) from attendances a join clients c on c.id = a.client_id
    where a.session_id = sessions.id), '')`,
  clientId: sql`(select a.client_id from attendances a where a.session_id = sessions.id order by a.id limit 1)`,
  fields: async () => [
    {
      key: "practitioner",
      input: choicesOf("practitioners"),
      permission: "clients.transfer",
      transfer: true,
      change: toPractitioner,
    },
    column({ key: "type", column: "type", type: "text", input: fixedChoices("sessionTypes", SESSION_TYPES) }),
    column({ key: "area", column: "area", type: "text", input: fixedChoices("areas", SESSION_AREAS), optional: true }),
    { key: "fundingSource", input: choicesOf("fundingSources"), optional: true, change: toFunding },
  ],
  chosen: async (actor, { client, transfer }) => {
    const seen = sql`exists (select from attendances a join clients on clients.id = a.client_id
      where a.session_id = sessions.id and ${clientsVisibleTo(actor)})`;
    if (isId(transfer)) return sql`${seen} and ${leftByTransfer(transfer)}`;
    if (!isId(client)) return seen;
    return sql`${seen} and exists (select from attendances a where a.session_id = sessions.id and a.client_id = ${client}::uuid)`;
  },
  list: ({ client }) => (client ? paths.staff.clientSessions(client) : paths.staff.clients),
  href: null,
  entry: ({ id, name, clientId, from, to }, { field }) => ({
    kind: "session.edited",
    subject: { kind: "session", id },
    clientId,
    data: { name, changes: { [field]: { from, to } } },
  }),
};
