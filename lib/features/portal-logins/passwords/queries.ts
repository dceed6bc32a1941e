import "server-only";
import { findPeopleNamed } from "@/lib/features/portal-logins/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { activeClientsOf } from "@/lib/platform/access/active-clients";
import type { Actor } from "@/lib/platform/access/actor";
import { findLink } from "@/lib/platform/access/one-time-links";
import type { PasswordContext } from "@/lib/platform/access/password-rules";
import { tokenHash } from "@/lib/platform/access/tokens";
import { now } from "@/lib/platform/clock";
import { db, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { emailKey } from "@/lib/values/email-address";
import { sql } from "@/lib/values/sql";
import type { PasswordRight } from "./schema";

type Proofs = { browserToken: string | null; linkToken: string | null };

/** By what right the browser that asks may choose a portal password now; null when by none. */
export async function findPasswordRight(
  actor: Actor,
  { browserToken, linkToken }: Proofs,
): Promise<PasswordRight | null> {
  if (linkToken) return rightByLink(linkToken);
  if (actor.kind === "anonymous" && actor.pending?.portalLoginId) {
    const { portalLoginId, signInId } = actor.pending;
    const contactId = await contactOfLogin(portalLoginId);
    return contactId ? { contactId, by: "temporary", proofId: signInId } : null;
  }
  return browserToken ? rightByPasscode(browserToken) : null;
}

async function rightByLink(token: string): Promise<PasswordRight | null> {
  const link = await findLink(db, token);
  const contactId = link?.portalLoginId && !link.spent ? await contactOfLogin(link.portalLoginId) : null;
  return link && contactId ? { contactId, by: "link", proofId: link.id } : null;
}

async function rightByPasscode(browserToken: string): Promise<PasswordRight | null> {
  const at = now();
  const passcode = await db.passcode.findFirst({
    where: { browserHash: tokenHash(browserToken), grantedUntil: { gt: at }, usedAt: null, supersededAt: null },
    select: { id: true, contactId: true, addressHash: true },
  });
  if (!passcode?.contactId) return null;
  const holds = await holdsAddress(db, { contactId: passcode.contactId, addressHash: passcode.addressHash });
  return holds ? { contactId: passcode.contactId, by: "passcode", proofId: passcode.id } : null;
}

async function contactOfLogin(portalLoginId: string): Promise<string | null> {
  const login = await db.portalLogin.findUnique({ where: { id: portalLoginId }, select: { contactId: true } });
  return login && (await isEntitled(db, login.contactId)) ? login.contactId : null;
}

/** Whether a contact may be in the portal at all: living, allowed, with a client of standing ACTIVE. */
export async function isEntitled(tx: Tx, contactId: string): Promise<boolean> {
  const found = await rows<{ id: string }>(
    sql`SELECT k.id FROM contacts k WHERE k.id = ${contactId}::uuid AND k.deleted_at IS NULL AND k.portal_allowed
      AND EXISTS (SELECT 1 ${activeClientsOf("k.id", { at: now() })})`,
    tx,
  );
  return found.length === 1;
}

/** Whether the address a passcode was asked for still belongs to this contact, to nobody else, and lets them in. */
export async function holdsAddress(
  tx: Tx,
  { contactId, addressHash }: { contactId: string; addressHash: string },
): Promise<boolean> {
  const contact = await tx.contact.findFirst({
    where: { id: contactId, deletedAt: null },
    select: { email: true, emails: { select: { email: true } } },
  });
  const addresses = [contact?.email, ...(contact?.emails ?? []).map(({ email }) => email)];
  const address = addresses.find((text) => text && tokenHash(emailKey(text)) === addressHash);
  if (!address) return false;
  const people = (await findPeopleNamed(address, { tx })).filter(({ by }) => by === "email");
  return people.length === 1 && people[0]?.contactId === contactId && people[0].entitled;
}

/** What an attacker would try for this contact. */
export async function portalPasswordContext(contactId: string): Promise<PasswordContext> {
  const [contact, organization] = await Promise.all([
    db.contact.findUnique({
      where: { id: contactId },
      select: {
        firstName: true,
        lastName: true,
        email: true,
        portalLogin: { select: { username: true } },
        relationships: { take: 20, select: { client: { select: { name: true } } } },
      },
    }),
    findSetting("organization"),
  ]);
  const clients = contact?.relationships.map(({ client }) => client.name) ?? [];
  const name = `${contact?.firstName ?? ""} ${contact?.lastName ?? ""}`;
  return [organization.name, name, contact?.email, contact?.portalLogin?.username, ...clients];
}

/** Where a welcome link stands: to be followed, too old or used (`spent`), or not one of ours (null). */
export async function findWelcomeLink(token: string): Promise<{ firstName: string; spent: boolean } | null> {
  const link = await findLink(db, token);
  if (!link?.portalLoginId) return null;
  const login = await db.portalLogin.findUnique({
    where: { id: link.portalLoginId },
    select: { contactId: true, contact: { select: { firstName: true } } },
  });
  if (!login || !(await isEntitled(db, login.contactId))) return null;
  return { firstName: login.contact.firstName, spent: link.spent };
}
