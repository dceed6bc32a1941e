import "server-only";
import type { ComparedContact } from "@/lib/features/contacts/merges/schema";
import { contactsVisibleTo } from "@/lib/features/contacts/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";

/** The live ones of these contacts with all that a merge would move, in the order asked for; one query. */
export async function listCompared(actor: Actor, ids: readonly string[]): Promise<ComparedContact[]> {
  if (ids.length === 0) return [];
  return rows<ComparedContact>(sql`
    select contacts.id, contacts.version, contacts.first_name || ' ' || contacts.last_name as name,
      contacts.first_name as "firstName", contacts.last_name as "lastName", contacts.email::text as email, contacts.phone,
      contacts.language, contacts.do_not_mail as "doNotMail", contacts.created_at as "createdAt",
      array(select e.email::text from contact_emails e where e.contact_id = contacts.id order by e.email) as "otherEmails",
      coalesce((select jsonb_agg(jsonb_build_object('clientId', c.id, 'clientName', c.name, 'clientNumber', c.number,
          'title', r.title, 'isPrimary', r.is_primary, 'isOwner', r.is_owner, 'isGuardian', r.is_guardian,
          'isSupervisor', r.is_supervisor, 'isAccountsPayable', r.is_accounts_payable) order by c.name, c.id)
        from relationships r join clients c on c.id = r.client_id and c.deleted_at is null
        where r.contact_id = contacts.id), '[]'::jsonb) as relationships,
      (select jsonb_build_object('username', l.username, 'hasPassword', l.password_hash is not null,
          'lastSignInAt', to_char(l.last_sign_in_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
        from portal_logins l where l.contact_id = contacts.id) as login,
      (select count(*)::int from signatures s where s.contact_id = contacts.id) as signatures,
      (select count(*)::int from registrations g where g.contact_id = contacts.id) as registrations,
      (select count(*)::int from mailing_recipients m where m.contact_id = contacts.id) as mailings,
      (select count(*)::int from tasks t where t.subject_kind = 'contact' and t.subject_id = contacts.id) as tasks,
      exists (select 1 from staff_notes n where n.subject_kind = 'contact' and n.subject_id = contacts.id) as "hasNote"
    from contacts where contacts.id = any(${ids}::uuid[]) and ${contactsVisibleTo(actor)}
    order by array_position(${ids}::uuid[], contacts.id)`);
}
