import "server-only";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { activeClientsOf } from "./active-clients";
import type { ContactClient } from "./actor";
import { GRANTED, type Granted } from "./granted";
import { SIGN_IN_LIFETIME } from "./sign-in-cookie";

/** A living sign-in with everything that decides what it may do, as it stands now. */
export type LoadedSignIn = Granted & {
  id: string;
  mustSetPassword: boolean;
  awaitsSecondFactor: boolean;
  adminModeUntil: Date | null;
  viewingContactId: string | null;
  /** When the password was last given. */
  confirmedAt: Date;
  lastSeenAt: Date;
  accountId: string | null;
  accountRole: "ADMINISTRATOR" | "STAFF" | "PRACTITIONER" | null;
  practitionerId: string | null;
  email: string | null;
  portalLoginId: string | null;
  contactId: string | null;
  name: string;
  language: string;
  clients: ContactClient[];
  /** The role asks for an authenticator, and the person has none yet. */
  lacksSecondFactor: boolean;
};

/**
 * Loads a sign-in by the hash of its token in one indexed query. Null when it has ended, or when the person may no
 * longer be here: account inactive, contact deleted, portal login gone, no client of standing ACTIVE left.
 */
export async function loadSignIn(hash: string, { at }: { at: Date }): Promise<LoadedSignIn | null> {
  const [row] = await rows<LoadedSignIn>(sql`
    SELECT s.id, s.must_set_password AS "mustSetPassword", s.awaits_second_factor AS "awaitsSecondFactor",
      s.admin_mode_until AS "adminModeUntil", s.confirmed_at AS "confirmedAt",
      s.last_seen_at AS "lastSeenAt",
      CASE WHEN s.viewing_until > ${at} THEN s.viewing_contact_id END AS "viewingContactId",
      a.id AS "accountId", a.role::text AS "accountRole", p.id AS "practitionerId", a.email::text AS email,
      ${GRANTED},
      l.id AS "portalLoginId", k.id AS "contactId",
      coalesce(a.first_name || ' ' || a.last_name, k.first_name || ' ' || k.last_name) AS name,
      coalesce(a.language, k.language) AS language,
      coalesce(served.clients, '[]'::jsonb) AS clients,
      coalesce(a.totp_confirmed_at IS NULL AND policy.value -> 'secondFactorRoles' @> to_jsonb(a.role::text), false)
        AS "lacksSecondFactor"
    FROM sign_ins s
    LEFT JOIN settings policy ON policy.key = 'security'
    LEFT JOIN accounts a ON a.id = s.account_id AND a.status = 'ACTIVE'
    LEFT JOIN practitioners p ON p.account_id = a.id
    LEFT JOIN portal_logins l ON l.id = s.portal_login_id
    LEFT JOIN contacts k ON k.id = l.contact_id AND k.deleted_at IS NULL AND k.portal_allowed
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('clientId', c.id, 'centerId', c.center_id, 'isOwner', r.is_owner,
        'isPrimary', r.is_primary, 'isGuardian', r.is_guardian) ORDER BY r.is_primary DESC, c.name, c.id) AS clients
      ${activeClientsOf("k.id", { at })}
    ) served ON true
    WHERE s.token_hash = ${hash} AND s.revoked_at IS NULL AND s.expires_at > ${at} AND s.last_seen_at >= ${at}::timestamptz - make_interval(secs => coalesce(
        60 * (policy.value ->> CASE WHEN s.account_id IS NULL THEN 'portalIdleMinutes' ELSE 'staffIdleMinutes' END)::int,
        ${SIGN_IN_LIFETIME.idle}))
      AND (a.id IS NOT NULL OR (k.id IS NOT NULL AND jsonb_array_length(served.clients) > 0))`);
  return row ?? null;
}
