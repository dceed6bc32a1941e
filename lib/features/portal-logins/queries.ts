import "server-only";
import { contactsWhere } from "@/lib/features/contacts/scope";
import { activeClientsOf } from "@/lib/platform/access/active-clients";
import type { Actor, ContactActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { emailKey } from "@/lib/values/email-address";
import { sql } from "@/lib/values/sql";
import { welcomeBlocker } from "./rules";
import type { PortalLoginState } from "./schema";

/** A living contact that a typed username or address may mean, with what decides whether they get in. */
export type PortalPerson = {
  contactId: string;
  by: "username" | "email";
  /** The username or address as it is stored. */
  matched: string;
  firstName: string;
  lastName: string;
  language: string;
  /** Portal sign-in allowed, and a client of standing ACTIVE to act for. */
  entitled: boolean;
  loginId: string | null;
  passwordHash: string | null;
  temporaryUntil: Date | null;
  vouchedAt: Date | null;
};

/**
 * Everybody whom a typed username or address may mean: each living contact once. Letter case and surrounding spaces
 * do not count (S2-06); a contact's further addresses do.
 */
export async function findPeopleNamed(typed: string, { at = now(), tx = db } = {}): Promise<PortalPerson[]> {
  const key = emailKey(typed);
  const found = await rows<PortalPerson>(
    sql`WITH named AS (
        SELECT contact_id AS id, 'username' AS by, username::text AS matched FROM portal_logins WHERE username = ${key}::citext
        UNION ALL SELECT id, 'email', email::text FROM contacts WHERE email = ${key}::citext
        UNION ALL SELECT contact_id, 'email', email::text FROM contact_emails WHERE email = ${key}::citext
      )
      SELECT DISTINCT ON (k.id, named.by) k.id AS "contactId", named.by, named.matched, k.first_name AS "firstName",
        k.last_name AS "lastName", k.language, l.id AS "loginId", l.password_hash AS "passwordHash",
        l.temporary_until AS "temporaryUntil", l.vouched_at AS "vouchedAt",
        k.portal_allowed AND EXISTS (SELECT 1 ${activeClientsOf("k.id", { at })}) AS entitled
      FROM named JOIN contacts k ON k.id = named.id AND k.deleted_at IS NULL
      LEFT JOIN portal_logins l ON l.contact_id = k.id
      ORDER BY k.id, named.by, named.matched`,
    tx,
  );
  // The columns fold more letters than ASCII ones (U+212A is no "k"); what only looks alike is another name.
  return found.filter(({ matched }) => emailKey(matched) === key);
}

/** How a contact gets into the portal, for staff; null when the contact does not exist for the one who asks. */
export async function findPortalLogin(actor: Actor, contactId: string): Promise<PortalLoginState | null> {
  return findPortalLoginIn(db, actor, contactId);
}

export async function findPortalLoginIn(tx: Tx, actor: Actor, contactId: string): Promise<PortalLoginState | null> {
  const contact = await tx.contact.findFirst({
    where: { AND: [contactsWhere(actor), { id: contactId }] },
    select: {
      firstName: true,
      lastName: true,
      email: true,
      portalAllowed: true,
      portalLogin: { select: loginColumns },
    },
  });
  if (!contact) return null;
  const { email, portalLogin: login } = contact;
  const [entry, sharers] = await Promise.all([
    rows<{ active: boolean }>(
      sql`SELECT EXISTS (SELECT 1 ${activeClientsOf("k.id", { at: now() })}) AS active
        FROM contacts k WHERE k.id = ${contactId}::uuid`,
      tx,
    ),
    email ? findPeopleNamed(email, { tx }) : [],
  ]);
  const facts = {
    email,
    active: entry[0]?.active ?? false,
    username: login?.username ?? null,
    sharedWith: new Set(sharers.map((person) => person.contactId).filter((id) => id !== contactId)).size,
  };
  return {
    ...facts,
    contactId,
    name: `${contact.firstName} ${contact.lastName}`,
    hasLogin: login !== null,
    hasPassword: Boolean(login?.passwordHash),
    temporaryUntil: login?.temporaryUntil ?? null,
    lastSignInAt: login?.lastSignInAt ?? null,
    allowed: contact.portalAllowed,
    welcomeBlocker: welcomeBlocker(facts),
  };
}

const loginColumns = { username: true, passwordHash: true, temporaryUntil: true, lastSignInAt: true } as const;

/** What the contact who asks signs in with. */
export async function findOwnLogin(actor: ContactActor): Promise<{ username: string | null; email: string | null }> {
  const { email, portalLogin } = await db.contact.findUniqueOrThrow({
    where: { id: actor.contactId },
    select: { email: true, portalLogin: { select: { username: true } } },
  });
  return { email, username: portalLogin?.username ?? null };
}

/** The living clients in whose data streams a contact's sign-in is told. */
export async function listClientIdsOf(tx: Tx, contactId: string): Promise<string[]> {
  const found = await tx.relationship.findMany({
    where: { contactId, client: { deletedAt: null } },
    orderBy: [{ isPrimary: "desc" }, { createdAt: "asc" }, { id: "asc" }],
    take: 100,
    select: { clientId: true },
  });
  return found.map(({ clientId }) => clientId);
}
