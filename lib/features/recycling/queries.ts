import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { contactsVisibleTo } from "@/lib/features/contacts/scope";
import { prospectsVisibleTo } from "@/lib/features/prospects/scope";
import { type Actor, actingOn } from "@/lib/platform/access/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type Cursor, decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { isoOf, parseInstant } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { Deletable, DeleteRecordInput, RecycledKind, RecycledRow } from "./schema";
import { recycledVisibleTo } from "./scope";

const PAGE = 50;

/** A record with what would keep it from being deleted; null where it is not there or not for this person's eyes. */
export async function findDeletable(
  actor: Actor,
  { kind, recordId }: DeleteRecordInput,
  tx?: Tx,
): Promise<Deletable | null> {
  const [found] = await rows<Omit<Deletable, "kind">>(
    DELETABLE[kind](actingOn(actor, `${kind}s`, "delete"), recordId),
    tx,
  );
  return found ? { ...found, kind } : null;
}

const NOTHING = sql`0 as sessions, 0 as payments, 0 as invoices, 0 as registrations`;

const DELETABLE: Record<RecycledKind, (actor: Actor, id: string) => SqlFragment> = {
  client: (actor, id) => sql`
    select clients.id, clients.name, clients.number as detail, '[]'::jsonb as "primaryOf", 0 as registrations,
      (select count(*)::int from attendances a where a.client_id = clients.id) as sessions,
      (select count(*)::int from payments p where p.client_id = clients.id) as payments,
      (select count(*)::int from invoices i where i.client_id = clients.id) as invoices
    from clients where clients.id = ${id}::uuid and ${clientsVisibleTo(actor)}`,
  contact: (actor, id) => sql`
    select contacts.id, contacts.first_name || ' ' || contacts.last_name as name, contacts.email::text as detail,
      ${NOTHING},
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.name, c.id), '[]'::jsonb)
        from relationships r join clients c on c.id = r.client_id and c.deleted_at is null
        where r.contact_id = contacts.id and r.is_primary) as "primaryOf"
    from contacts where contacts.id = ${id}::uuid and ${contactsVisibleTo(actor)}`,
  prospect: (actor, id) => sql`
    select prospects.id, prospects.name, prospects.email::text as detail, ${NOTHING},
      '[]'::jsonb as "primaryOf"
    from prospects where prospects.id = ${id}::uuid and ${prospectsVisibleTo(actor)}`,
  event: (actor, id) => sql`
    select e.id, e.title as name, to_char(e.starts_at at time zone e.time_zone, 'YYYY-MM-DD') as detail, 0 as sessions,
      0 as payments, 0 as invoices, '[]'::jsonb as "primaryOf",
      (select count(*)::int from registrations r
        where r.event_id = e.id and r.status <> 'CANCELLED' and e.status <> 'CANCELLED') as registrations
    from training_events e where e.id = ${id}::uuid and e.deleted_at is null and ${actor.kind === "system" || actor.can("events.edit")}`,
};

/** The recycle bin, the latest deletion first. */
export async function listRecycled(actor: Actor, page: string | undefined): Promise<Page<RecycledRow>> {
  const cursor = decodeCursor(page);
  const order = cursor?.direction === "before" ? "asc" : "desc";
  const found = await db.recycledRecord.findMany({
    where: { AND: [recycledVisibleTo(actor), beyond(cursor)] },
    orderBy: [{ deletedAt: order }, { id: order }],
    take: PAGE + 1,
    select: {
      id: true,
      recordKind: true,
      recordId: true,
      name: true,
      detail: true,
      deletedAt: true,
      deletedBy: { select: { firstName: true, lastName: true } },
    },
  });
  const { rows: shown, ...ways } = pageOf(found, {
    size: PAGE,
    cursor,
    valuesOf: ({ deletedAt, id }) => [isoOf(deletedAt), id],
  });
  return { ...ways, rows: shown.map(rowOf) };
}

type Found = Omit<RecycledRow, "kind" | "deletedBy"> & {
  recordKind: string;
  deletedBy: { firstName: string; lastName: string } | null;
};

const rowOf = ({ recordKind, deletedBy, ...row }: Found): RecycledRow => ({
  ...row,
  kind: recordKind as RecycledKind,
  deletedBy: deletedBy && `${deletedBy.firstName} ${deletedBy.lastName}`,
});

function beyond(cursor: Cursor | null) {
  const [at, id] = cursor?.values ?? [];
  const deletedAt = typeof at === "string" ? parseInstant(at) : null;
  if (!deletedAt || !isId(id)) return {};
  const side = cursor?.direction === "before" ? "gt" : "lt";
  return { OR: [{ deletedAt: { [side]: deletedAt } }, { deletedAt, id: { [side]: id } }] };
}
