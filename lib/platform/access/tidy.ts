import "server-only";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { addMinutes } from "@/lib/values/instant";

const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * Removes what served to get in and is of no use any more. Passcodes stay a day and an hour, because the limit of ten
 * a day counts them; sign-ins and links stay thirty days.
 */
export async function tidyAccess(): Promise<void> {
  const at = now();
  const monthAgo = addMinutes(at, -30 * DAY);
  await db.passcode.deleteMany({ where: { createdAt: { lt: addMinutes(at, -DAY - HOUR) } } });
  await db.signIn.deleteMany({ where: { expiresAt: { lt: monthAgo } } });
  await db.oneTimeLink.deleteMany({ where: { expiresAt: { lt: monthAgo } } });
  await db.rateLimit.deleteMany({ where: { windowEnds: { lt: addMinutes(at, -DAY) } } });
}
