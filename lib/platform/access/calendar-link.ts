import "server-only";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { activeClientsOf } from "./active-clients";
import { type AccountActor, actorFrom, type ContactActor, type ContactClient } from "./actor";
import { GRANTED, type Granted, rightsGranted } from "./granted";

type Loaded = Granted & {
  linkId: string;
  accountId: string | null;
  practitionerId: string | null;
  isStaff: boolean;
  email: string | null;
  portalLoginId: string | null;
  contactId: string | null;
  name: string;
  language: string;
  clients: ContactClient[];
};

/**
 * Whose calendar a secret address shows, with the rights they have at this moment. Null for an address given up, an
 * inactive account, and a contact who may no longer be in the portal. It opens nothing but their own calendar: nobody is
 * signed in by it.
 */
export async function actorOfLink(hash: string, { at }: { at: Date }): Promise<AccountActor | ContactActor | null> {
  const [found] = await rows<Loaded>(sql`
    SELECT n.id AS "linkId", a.id AS "accountId", p.id AS "practitionerId", a.role <> 'PRACTITIONER' AS "isStaff",
      a.email::text AS email, ${GRANTED}, l.id AS "portalLoginId", k.id AS "contactId",
      coalesce(a.first_name || ' ' || a.last_name, k.first_name || ' ' || k.last_name) AS name,
      coalesce(a.language, k.language) AS language, coalesce(served.clients, '[]'::jsonb) AS clients
    FROM calendar_links n
    LEFT JOIN accounts a ON a.id = n.account_id AND a.status = 'ACTIVE'
    LEFT JOIN practitioners p ON p.account_id = a.id AND p.status = 'ACTIVE'
    LEFT JOIN portal_logins l ON l.id = n.portal_login_id
    LEFT JOIN contacts k ON k.id = l.contact_id AND k.deleted_at IS NULL AND k.portal_allowed
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('clientId', c.id, 'centerId', c.center_id, 'isOwner', r.is_owner,
        'isPrimary', r.is_primary, 'isGuardian', r.is_guardian)) AS clients
      ${activeClientsOf("k.id", { at })}
    ) served ON true
    WHERE n.token_hash = ${hash}
      AND (p.id IS NOT NULL OR (k.id IS NOT NULL AND jsonb_array_length(served.clients) > 0))`);
  return found ? actorOf(found) : null;
}

function actorOf(found: Loaded): AccountActor | ContactActor | null {
  const { linkId: signInId, name, language, clients, contactId, portalLoginId, centerIds } = found;
  const common = { name, language, signInId, requestId: null, ip: null };
  if (contactId && portalLoginId)
    return actorFrom<ContactActor>({ ...common, kind: "contact", role: "contact", contactId, portalLoginId, clients });
  if (!found.accountId) return null;
  return actorFrom<AccountActor>({
    ...common,
    kind: "account",
    role: found.isStaff ? "staff" : "practitioner",
    accountId: found.accountId,
    practitionerId: found.practitionerId,
    email: found.email ?? "",
    isAdministrator: false,
    confirmedUntil: null,
    centerIds,
    rights: rightsGranted(found),
  });
}
