import "server-only";
import { combinedStanding, furtherEmails, type Standing } from "@/lib/features/contacts/merges/rules";
import type { ContactFollowers } from "@/lib/features/contacts/merges/schema";
import type { MergedKind, Merging } from "@/lib/features/merges/schema";
import { now } from "@/lib/platform/clock";
import { dateColumn, localDateOrNull } from "@/lib/platform/db/columns";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";

const STANDING = {
  id: true,
  clientId: true,
  contactId: true,
  title: true,
  isOwner: true,
  isPrimary: true,
  isGuardian: true,
  isSupervisor: true,
  isAccountsPayable: true,
  getsInvoices: true,
  validFrom: true,
  validTo: true,
} as const;

/**
 * Two relationships of one contact with one client become one; the others only change hands. A client keeps its one
 * primary contact: of clients that become one, that of the client that stays.
 */
export async function combineRelationships(
  tx: Tx,
  { kind, winnerId, loserIds }: Merging & { kind: MergedKind },
  { today }: { today: string },
): Promise<void> {
  const [own, other] = kind === "contact" ? (["contactId", "clientId"] as const) : (["clientId", "contactId"] as const);
  const found = await tx.relationship.findMany({
    where: { [own]: { in: [winnerId, ...loserIds] } },
    select: STANDING,
    orderBy: [{ isPrimary: "desc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  const primaries = found.filter(({ isPrimary }) => isPrimary);
  const primary = primaries.find((relationship) => relationship[own] === winnerId) ?? primaries[0];
  for (const withId of new Set(found.map((relationship) => relationship[other]))) {
    const same = found.filter((relationship) => relationship[other] === withId);
    const kept = same.find((relationship) => relationship[own] === winnerId) ?? same[0];
    if (!kept) continue;
    const others = same.filter(({ id }) => id !== kept.id);
    const standing = others.reduce((so, one) => combinedStanding(so, standingOf(one), { today }), standingOf(kept));
    // First the others go: a client cannot have two primary contacts even for a moment.
    await tx.relationship.deleteMany({ where: { id: { in: others.map(({ id }) => id) } } });
    if (kept[own] === winnerId && others.length === 0) continue;
    await tx.relationship.update({
      where: { id: kept.id },
      data: {
        ...standing,
        ...(kind === "client" ? { isPrimary: primary?.contactId === withId } : {}),
        [own]: winnerId,
        validFrom: column(standing.validFrom),
        validTo: column(standing.validTo),
      },
      select: { id: true },
    });
  }
}

const column = (day: string | null) => (day === null ? null : dateColumn(day));

function standingOf(row: Omit<Standing, "validFrom" | "validTo"> & { validFrom: Date | null; validTo: Date | null }) {
  const { title, isOwner, isPrimary, isGuardian, isSupervisor, isAccountsPayable, getsInvoices } = row;
  const marks = { title, isOwner, isPrimary, isGuardian, isSupervisor, isAccountsPayable, getsInvoices };
  return { ...marks, validFrom: localDateOrNull(row.validFrom), validTo: localDateOrNull(row.validTo) };
}

/** Everybody's addresses stay with the contact that stays: the chosen one first, the others as further ones. */
export async function combineEmails(
  tx: Tx,
  { winnerId, loserIds }: Merging,
  { emails, chosen }: { emails: readonly (string | null)[]; chosen: string | null },
): Promise<void> {
  const contactId = { in: [winnerId, ...loserIds] };
  const further = await tx.contactEmail.findMany({ where: { contactId }, orderBy: { email: "asc" } });
  await tx.contactEmail.deleteMany({ where: { contactId } });
  const kept = furtherEmails([...emails, ...further.map(({ email }) => email)], chosen);
  await tx.contactEmail.createMany({
    data: kept.map((email) => ({ contactId: winnerId, email })),
    skipDuplicates: true,
  });
}

/**
 * One portal login stays: the winner's own, else the one that was used last. The others end, and with them every
 * sign-in they have. Answers whether the contact that stays took over somebody else's.
 */
export async function combineLogins(tx: Tx, { winnerId, loserIds }: Merging): Promise<boolean> {
  const logins = await rows<{ id: string; contactId: string }>(
    sql`select id, contact_id as "contactId" from portal_logins where contact_id = any(${[winnerId, ...loserIds]}::uuid[])
      order by (contact_id = ${winnerId}::uuid) desc, last_sign_in_at desc nulls last, (password_hash is not null) desc, id`,
    tx,
  );
  const [kept, ...ended] = logins;
  await tx.portalLogin.deleteMany({ where: { id: { in: ended.map(({ id }) => id) } } });
  if (!kept || kept.contactId === winnerId) return false;
  await tx.portalLogin.update({ where: { id: kept.id }, data: { contactId: winnerId }, select: { id: true } });
  return true;
}

/** A person has one place at an event: the better one stays, and a second seat is given up. */
export async function combineRegistrations(tx: Tx, merging: Merging, followers: ContactFollowers): Promise<void> {
  const { winnerId, loserIds } = merging;
  const doubled = await rows<{ id: string; eventId: string; status: string }>(
    sql`select id, event_id as "eventId", status from (
        select *, row_number() over (partition by event_id order by (status = 'CONFIRMED') desc, place) as rank
        from registrations where contact_id = any(${[winnerId, ...loserIds]}::uuid[]) and status <> 'CANCELLED'
      ) places where rank > 1 order by event_id, rank`,
    tx,
  );
  await tx.registration.updateMany({
    where: { id: { in: doubled.map(({ id }) => id) } },
    data: { status: "CANCELLED", cancelledAt: now() },
  });
  await tx.registration.updateMany({ where: { contactId: { in: [...loserIds] } }, data: { contactId: winnerId } });
  for (const { eventId, status } of doubled) if (status === "CONFIRMED") await followers.releaseSeat(tx, eventId);
}
