import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { contactsVisibleTo } from "@/lib/features/contacts/scope";
import { prospectsVisibleTo } from "@/lib/features/prospects/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { inCentersSeen } from "@/lib/platform/access/centers-seen";
import { rows } from "@/lib/platform/db/rows";
import type { FindSubject, SubjectKind, SubjectRecord } from "@/lib/platform/subject";
import { isId } from "@/lib/values/id";
import { type SqlFragment, sql } from "@/lib/values/sql";

const ofTheTeam = (actor: Actor) => (actor.kind === "account" || actor.kind === "system" ? sql`true` : sql`false`);

/** Where each kind of record is found, by its own scope. Features of the first rung are handed this by their doors. */
const SOURCES: Record<SubjectKind, (actor: Actor, id: string) => SqlFragment> = {
  client: (actor, id) => sql`select clients.id, clients.name, array[clients.id] as "clientIds" from clients
    where clients.id = ${id}::uuid and ${clientsVisibleTo(actor)}`,
  prospect: (actor, id) => sql`select prospects.id, prospects.name, '{}'::uuid[] as "clientIds" from prospects
    where prospects.id = ${id}::uuid and ${prospectsVisibleTo(actor)}`,
  contact: (actor, id) => sql`select contacts.id, contacts.first_name || ' ' || contacts.last_name as name,
      '{}'::uuid[] as "clientIds" from contacts
    where contacts.id = ${id}::uuid and ${contactsVisibleTo(actor)}`,
  event: (actor, id) => sql`select id, title as name, '{}'::uuid[] as "clientIds" from training_events
    where id = ${id}::uuid and deleted_at is null and ${ofTheTeam(actor)} and ${inCentersSeen(actor, "events", sql`center_id`)}`,
  practitioner: (actor, id) => sql`select id, first_name || ' ' || last_name as name, '{}'::uuid[] as "clientIds"
    from practitioners where id = ${id}::uuid and ${ofTheTeam(actor)} and ${inCentersSeen(actor, "practitioners", sql`center_id`)}`,
};

/** A record that something is to hang on, asked for through the person. */
export const findSubject: FindSubject = async (actor, { kind, id }, tx) => {
  if (!isId(id)) return null;
  const [found] = await rows<Omit<SubjectRecord, "kind">>(SOURCES[kind](actor, id), tx);
  return found ? { ...found, kind } : null;
};
