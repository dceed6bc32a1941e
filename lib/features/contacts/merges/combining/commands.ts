import "server-only";
import { combinedStanding, furtherEmails, type Standing } from "@/lib/features/contacts/merges/rules";
import type { ContactFollowers, Merging } from "@/lib/features/contacts/merges/schema";
import { now } from "@/lib/platform/clock";
import { dateColumn, localDateOrNull } from "@/lib/platform/db/columns";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
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

/** Two relationships with one client become one; the others only change hands. A client keeps its one primary contact. */
export async function combineRelationships(
  tx: Tx,
  { winnerId, loserIds }: Merging,
  { today }: { today: string },
): Promise<void> {
  const found = await tx.relationship.findMany({
    where: { contactId: { in: [winnerId, ...loserIds] } },
    select: STANDING,
    orderBy: [{ isPrimary: "desc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  for (const clientId of new Set(found.map((relationship) => relationship.clientId))) {
    const same = found.filter((relationship) => relationship.clientId === clientId);
    const kept = same.find(({ contactId }) => contactId === winnerId) ?? same[0];
    if (!kept) continue;
    const others = same.filter(({ id }) => id !== kept.id);
    const standing = others.reduce((so, other) => combinedStanding(so, standingOf(other), { today }), standingOf(kept));
    // First the others go: a client cannot have two primary contacts even for a moment.
    await tx.relationship.deleteMany({ where: { id: { in: others.map(({ id }) => id) } } });
    if (kept.contactId === winnerId && others.length === 0) continue;
    await tx.relationship.update({
      where: { id: kept.id },
      data: {
        ...standing,
        contactId: winnerId,
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

/** Additional Information of all, one after the other. */
export async function combineNotes(tx: Tx, { winnerId, loserIds }: Merging): Promise<void> {
  const people = [winnerId, ...loserIds];
  const notes = await tx.staffNote.findMany({ where: { subjectKind: "contact", subjectId: { in: people } } });
  const losers = notes.filter(({ subjectId }) => subjectId !== winnerId);
  if (losers.length === 0) return;
  const own = notes.find(({ subjectId }) => subjectId === winnerId);
  const text = [...new Set([own, ...losers].flatMap((note) => (note ? [note.text] : [])))].join("\n\n");
  await tx.staffNote.deleteMany({ where: { subjectKind: "contact", subjectId: { in: [...loserIds] } } });
  await tx.staffNote.upsert({
    where: { subjectKind_subjectId: { subjectKind: "contact", subjectId: winnerId } },
    create: { subjectKind: "contact", subjectId: winnerId, text, updatedAt: now() },
    update: { text, version: { increment: 1 }, updatedAt: now() },
    select: { version: true },
  });
}

/** Whoever was told apart from one of them is told apart from the contact that stays. */
export async function combineDecisions(tx: Tx, { winnerId, loserIds }: Merging): Promise<void> {
  await execute(
    sql`insert into not_duplicates (first_id, second_id, decided_at)
      select distinct on (other) least(other, ${winnerId}::uuid), greatest(other, ${winnerId}::uuid), decided_at from (
        select case when first_id = any(${loserIds}::uuid[]) then second_id else first_id end as other, decided_at
        from not_duplicates where first_id = any(${loserIds}::uuid[]) or second_id = any(${loserIds}::uuid[])
      ) decisions where other <> all(${[winnerId, ...loserIds]}::uuid[]) order by other, decided_at
      on conflict do nothing`,
    tx,
  );
}

/** A message that stood on several of them stands on the contact that stays once. */
export async function combineMessages(tx: Tx, { winnerId, loserIds }: Merging): Promise<void> {
  const ofLosers = sql`subject_kind = 'contact' and subject_id = any(${loserIds}::uuid[])`;
  await execute(
    sql`delete from message_links where id in (select id from (
        select id, row_number() over (partition by message_id order by (subject_id = ${winnerId}::uuid) desc, id) as rank
        from message_links where (subject_kind = 'contact' and subject_id = ${winnerId}::uuid) or (${ofLosers})
      ) links where rank > 1)`,
    tx,
  );
  await execute(sql`update message_links set subject_id = ${winnerId}::uuid where ${ofLosers}`, tx);
}
