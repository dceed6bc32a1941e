import { prospectsVisibleTo } from "@/lib/features/prospects/scope";
import { type Actor, centersSeen } from "@/lib/platform/access/actor";
import type { RecordKind } from "@/lib/platform/access/rights";
import { type SqlFragment, sql } from "@/lib/values/sql";

/**
 * Which stream entries (`e`) a person may read: staff all, a practitioner those of their clients and of the prospects they
 * own but for what is marked as for staff only, nobody else any. What happens to documents names them, and most of them
 * are for staff only.
 */
export function streamVisibleTo(actor: Actor): SqlFragment {
  if (actor.kind === "system") return sql`true`;
  if (actor.kind !== "account") return sql`false`;
  const shown = sql`${allowedKinds(actor)} AND ${inCentersSeen(actor)}`;
  if (actor.role !== "practitioner") return shown;
  return sql`${shown} AND e.kind NOT LIKE 'document%' AND (e.data->>'visibility') IS DISTINCT FROM 'STAFF' AND (
    EXISTS (SELECT 1 FROM client_practitioners a WHERE a.client_id = e.client_id AND a.practitioner_id = ${actor.practitionerId}::uuid)
    OR (e.subject_kind = 'prospect' AND EXISTS (SELECT 1 FROM prospects WHERE prospects.id = e.subject_id AND ${prospectsVisibleTo(actor)})))`;
}

const KINDS = {
  sessions: "session.%",
  messages: "message.%",
  documents: "document%",
  payments: "payment.%",
  agreements: "agreement.%",
  mailings: "mailing.%",
  events: "event.%",
} as const satisfies Partial<Record<RecordKind, string>>;

/** What somebody may not see they do not read about either. */
function allowedKinds(actor: Actor): SqlFragment {
  const closed = (Object.keys(KINDS) as (keyof typeof KINDS)[]).filter((kind) => actor.reach(kind, "view") === "none");
  if (closed.length === 0) return sql`true`;
  return sql`NOT (e.kind LIKE ANY (${closed.map((kind) => KINDS[kind])}::text[]))`;
}

/** Entries of clients and prospects that lie beyond one's centers stay unread, and so do those of no record at all. */
function inCentersSeen(actor: Actor): SqlFragment {
  const [clients, prospects] = [centersSeen(actor, "clients"), centersSeen(actor, "prospects")];
  if (!clients && !prospects) return sql`true`;
  const ofClients = clients
    ? sql`EXISTS (SELECT FROM clients WHERE clients.id = e.client_id AND clients.center_id = ANY (${clients}::uuid[]))`
    : sql`e.client_id IS NOT NULL`;
  return sql`(${ofClients} OR (e.subject_kind = 'prospect'
    AND EXISTS (SELECT FROM prospects WHERE prospects.id = e.subject_id AND ${prospectsVisibleTo(actor)})))`;
}
