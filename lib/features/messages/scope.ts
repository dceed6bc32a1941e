import { clientsServedBy } from "@/lib/features/practitioners/scope";
import { type Actor, centersSeen } from "@/lib/platform/access/actor";
import { type SqlFragment, sql } from "@/lib/values/sql";

/**
 * Which messages (`m`, standing on a record by `l`) a person may read: staff all, a practitioner what is shared with
 * practitioners on the clients they serve, nobody else any.
 */
export function messagesVisibleTo(actor: Actor): SqlFragment {
  if (actor.kind === "system") return sql`true`;
  if (actor.kind !== "account") return sql`false`;
  if (actor.reach("messages", "view") === "none") return sql`false`;
  const centers = centersSeen(actor, "messages");
  if (actor.role !== "practitioner") return centers ? standsIn(centers) : sql`true`;
  return sql`(m.visibility = 'PRACTITIONERS' and l.subject_kind = 'client'
    and l.subject_id in (${clientsServedBy(actor.practitionerId)}))`;
}

/** On a record of one of these centers; a contact is where their clients are. */
function standsIn(centers: readonly string[]): SqlFragment {
  const here = sql`any(${centers}::uuid[])`;
  return sql`case l.subject_kind
    when 'client' then exists (select from clients c where c.id = l.subject_id and c.center_id = ${here})
    when 'contact' then exists (select from relationships r join clients c on c.id = r.client_id
      where r.contact_id = l.subject_id and c.center_id = ${here})
    when 'prospect' then exists (select from prospects p where p.id = l.subject_id and p.center_id = ${here})
    when 'event' then exists (select from training_events e where e.id = l.subject_id and e.center_id = ${here})
    when 'practitioner' then exists (select from practitioners p where p.id = l.subject_id and p.center_id = ${here})
    else false end`;
}
