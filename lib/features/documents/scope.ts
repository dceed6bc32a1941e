import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { contactsVisibleTo } from "@/lib/features/contacts/scope";
import { prospectsVisibleTo } from "@/lib/features/prospects/scope";
import { type Actor, type ContactActor, centersSeen, speaksFor } from "@/lib/platform/access/actor";
import { type SqlFragment, sql } from "@/lib/values/sql";

/** What a contact was given: as one who speaks for the client or as its guardian, or with their own name on it. */
function sharedWith(actor: ContactActor): SqlFragment {
  const all = actor.clients.map(({ clientId }) => clientId);
  const spokenFor = actor.clients.filter((client) => speaksFor(client) || client.isGuardian);
  return sql`(documents.visibility = 'CLIENT' and documents.subject_kind = 'client'
      and documents.subject_id = any(${spokenFor.map(({ clientId }) => clientId)}::uuid[])
    or documents.visibility = 'CONTACT' and documents.contact_id = ${actor.contactId}::uuid
      and (documents.subject_kind = 'contact' or documents.subject_id = any(${all}::uuid[])))`;
}

/** Whether the record itself is one the person reaches, and no further than the right over documents goes. */
function onReachedRecord(actor: Actor): SqlFragment {
  const centers = centersSeen(actor, "documents");
  if (centers) return sql`(${onRecord(actor)} and ${standsIn(centers)})`;
  return onRecord(actor);
}

function standsIn(centers: readonly string[]): SqlFragment {
  const here = sql`any(${centers}::uuid[])`;
  return sql`case documents.subject_kind
    when 'client' then exists (select from clients c where c.id = documents.subject_id and c.center_id = ${here})
    when 'contact' then exists (select from relationships r join clients c on c.id = r.client_id
      where r.contact_id = documents.subject_id and c.center_id = ${here})
    else exists (select from prospects p where p.id = documents.subject_id and p.center_id = ${here}) end`;
}

function onRecord(actor: Actor): SqlFragment {
  return sql`case documents.subject_kind
    when 'client' then exists (select 1 from clients where clients.id = documents.subject_id and ${clientsVisibleTo(actor)})
    when 'contact' then exists (select 1 from contacts where contacts.id = documents.subject_id and ${contactsVisibleTo(actor)})
    else exists (select 1 from prospects where prospects.id = documents.subject_id and ${prospectsVisibleTo(actor)}) end`;
}

const isStaff = (actor: Actor) =>
  actor.kind === "system" || (actor.kind === "account" && actor.role !== "practitioner");

/**
 * Which rows of `documents` a person may read, in the recycle bin or not: staff all on the records they reach, a
 * practitioner what is shared with practitioners and what they added, a contact what is shared with them.
 */
export function documentsVisibleTo(actor: Actor): SqlFragment {
  if (actor.kind === "contact") return sharedWith(actor);
  if (isStaff(actor)) return onReachedRecord(actor);
  if (actor.kind !== "account") return sql`false`;
  return sql`((documents.visibility in ('PRACTITIONER', 'CLIENT') or documents.account_id = ${actor.accountId}::uuid)
    and ${onReachedRecord(actor)})`;
}
