import "server-only";
import { findPeopleNamed } from "@/lib/features/portal-logins/queries";
import { findSetting } from "@/lib/features/settings/queries";
import type { ContactActor } from "@/lib/platform/access/actor";
import { tokenHash } from "@/lib/platform/access/tokens";
import { now } from "@/lib/platform/clock";
import { db, type Tx } from "@/lib/platform/db/db";
import { formatDateTime } from "@/lib/values/format";
import { localeOf } from "@/lib/values/locale";
import type { PendingEmail } from "./schema";

/** The address the contact who asks has still to confirm. Null when none is waiting. */
export async function findPendingEmail(actor: ContactActor): Promise<PendingEmail | null> {
  const [change, { timeZone }] = await Promise.all([
    db.emailChange.findFirst({
      where: { contactId: actor.contactId, usedAt: null, expiresAt: { gt: now() } },
      orderBy: { createdAt: "desc" },
      select: { email: true, expiresAt: true },
    }),
    findSetting("organization"),
  ]);
  if (!change) return null;
  const locale = localeOf(actor.language);
  const until = formatDateTime(change.expiresAt, { locale, zone: timeZone, showZone: true });
  return { email: change.email, until };
}

/** The change a mail's link leads to, only for the contact who asked for it; null when it is spent, old or another's. */
export async function findEmailChange(
  actor: ContactActor,
  { token }: { token: string },
  tx: Tx = db,
): Promise<{ id: string; email: string } | null> {
  return tx.emailChange.findFirst({
    where: { tokenHash: tokenHash(token), contactId: actor.contactId, usedAt: null, expiresAt: { gt: now() } },
    select: { id: true, email: true },
  });
}

/** Whether anybody else could be meant by this address at a sign-in: as address, as further address, as username. */
export async function isAnothersAddress(tx: Tx, { email, contactId }: { email: string; contactId: string }) {
  return (await findPeopleNamed(email, { tx })).some((person) => person.contactId !== contactId);
}
