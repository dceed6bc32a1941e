import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { dayIn } from "@/lib/values/wall-clock";
import type { ClientLogin } from "./schema";

const MOST = 200;

/** How the contacts of a client get into the portal; for administrators and staff. */
export async function listClientLogins(
  actor: Actor,
  { clientId, zone }: { clientId: string; zone: string },
): Promise<ClientLogin[]> {
  if (!isId(clientId) || !actor.can("portal-logins.manage")) return [];
  const today = dayIn(zone, now());
  return rows<ClientLogin>(sql`
    select k.id as "contactId", k.first_name || ' ' || k.last_name as name, coalesce(l.username, k.email)::text as "signsInWith",
      r.is_primary as "isPrimary", r.is_owner as "isOwner", r.is_guardian as "isGuardian",
      coalesce(r.valid_from <= ${today}::date, true) and coalesce(r.valid_to >= ${today}::date, true) as "isValid",
      k.portal_allowed as allowed, l.id is not null as "hasLogin", l.password_hash is not null as "hasPassword",
      l.temporary_until is not null as temporary, l.last_sign_in_at as "lastSignInAt"
    from clients join relationships r on r.client_id = clients.id
    join contacts k on k.id = r.contact_id and k.deleted_at is null
    left join portal_logins l on l.contact_id = k.id
    where clients.id = ${clientId}::uuid and ${clientsVisibleTo(actor)}
    order by r.is_primary desc, k.last_name, k.first_name, k.id limit ${MOST}`);
}
