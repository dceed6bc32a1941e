import "server-only";
import { findSetting } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { isoOf, parseInstant } from "@/lib/values/instant";
import { joinSql, type SqlFragment, sql } from "@/lib/values/sql";
import type { AuditEntry, AuditFilter, AuditPerson, AuditSearch } from "./schema";
import { auditVisibleTo } from "./scope";

const PAGE = 50;
const EXPORT_BATCH = 2_000;
const MOST_PEOPLE = 500;

/** One page of what happened, the newest first: a walk along an index, however much happened. */
export async function listAudit(actor: Actor, { page, ...filter }: AuditSearch): Promise<Page<AuditEntry>> {
  const cursor = decodeCursor(page);
  const forwards = cursor?.direction !== "before";
  const [at, id] = cursor?.values ?? [];
  const instant = typeof at === "string" ? parseInstant(at) : null;
  const from = instant && isId(id) ? { at: instant, id } : null;
  const found = await entries(actor, filter, { from, size: PAGE + 1, forwards });
  return pageOf(found, { size: PAGE, cursor, valuesOf: (row) => [isoOf(row.at), row.id] });
}

/** All that fits a filter, in batches, so that memory stays flat however much it is. */
export async function* readAudit(actor: Actor, filter: AuditFilter): AsyncGenerator<AuditEntry[]> {
  let from: Place | null = null;
  for (;;) {
    const batch: AuditEntry[] = await entries(actor, filter, { from, size: EXPORT_BATCH, forwards: true });
    if (batch.length > 0) yield batch;
    const last = batch.at(-1);
    if (!last || batch.length < EXPORT_BATCH) return;
    from = { at: last.at, id: last.id };
  }
}

/** Everybody who has an account, for choosing whose acts to see. */
export async function listAuditPeople(actor: Actor): Promise<AuditPerson[]> {
  return rows<AuditPerson>(
    sql`select a.id, a.first_name || ' ' || a.last_name as name from accounts a where ${auditVisibleTo(actor)}
      order by a.last_name, a.first_name, a.id limit ${MOST_PEOPLE}`,
  );
}

type Place = { at: Date; id: string };
type Walk = { from: Place | null; size: number; forwards: boolean };

async function entries(actor: Actor, filter: AuditFilter, { from, size, forwards }: Walk): Promise<AuditEntry[]> {
  const { timeZone } = await findSetting("organization");
  const side = forwards ? sql`<` : sql`>`;
  const order = forwards ? sql`desc` : sql`asc`;
  const beyond = from ? [sql`(h.at, h.id) ${side} (${isoOf(from.at)}::timestamptz, ${from.id}::uuid)`] : [];
  return rows<AuditEntry>(sql`
    with page as materialized (
      select h.* from history h
      where ${joinSql([auditVisibleTo(actor), ...conditions(filter, timeZone), ...beyond], " and ")}
      order by h.at ${order}, h.id ${order} limit ${size}
    )
    select h.id, h.at, h.kind, h.actor_kind as "actorKind", h.actor_id as "actorId", h.actor_name as "actorName",
      h.subject_kind as "subjectKind", h.subject_id as "subjectId", h.data, h.operation_id as "operationId",
      h.request_id as "requestId", h.ip,
      case h.subject_kind
        when 'client' then (select c.name from clients c where c.id = h.subject_id)
        when 'contact' then (select k.first_name || ' ' || k.last_name from contacts k where k.id = h.subject_id)
        when 'prospect' then (select p.name from prospects p where p.id = h.subject_id)
        when 'practitioner' then (select p.first_name || ' ' || p.last_name from practitioners p where p.id = h.subject_id)
        when 'account' then (select a.first_name || ' ' || a.last_name from accounts a where a.id = h.subject_id)
        when 'center' then (select c.name from centers c where c.id = h.subject_id)
      end as "subjectName"
    from page h order by h.at ${order}, h.id ${order}`);
}

function conditions({ who, what, record, from, to }: AuditFilter, zone: string): SqlFragment[] {
  return [
    who && sql`h.actor_id = ${who}::uuid`,
    what && sql`h.kind = ${what}`,
    record && sql`h.subject_id = ${record}::uuid`,
    from && sql`h.at >= ${from}::date::timestamp at time zone ${zone}`,
    to && sql`h.at < (${to}::date + 1)::timestamp at time zone ${zone}`,
  ].filter((condition) => condition !== undefined && condition !== "");
}
