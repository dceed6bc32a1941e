import "server-only";
import { findSetting } from "@/lib/features/settings/queries";
import type { AccountActor, ContactActor } from "@/lib/platform/access/actor";
import { deviceName } from "@/lib/platform/access/device-name";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { emailKey } from "@/lib/values/email-address";
import { addSeconds } from "@/lib/values/instant";
import type { OwnSignIn } from "./schema";

const SHOWN = 50;

/** Where the person who asks is signed in now, the latest used first. */
export async function listOwnSignIns(actor: AccountActor | ContactActor): Promise<OwnSignIn[]> {
  const at = now();
  const { staffIdleMinutes, portalIdleMinutes } = await findSetting("security");
  const idleMinutes = actor.kind === "account" ? staffIdleMinutes : portalIdleMinutes;
  const owner = actor.kind === "account" ? { accountId: actor.accountId } : { portalLoginId: actor.portalLoginId };
  const found = await db.signIn.findMany({
    where: {
      ...owner,
      revokedAt: null,
      expiresAt: { gt: at },
      lastSeenAt: { gte: addSeconds(at, -60 * idleMinutes) },
    },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: { id: true, userAgent: true, ip: true, createdAt: true, lastSeenAt: true },
  });
  return found.map(({ userAgent, ...signIn }) => ({
    ...signIn,
    device: deviceName(userAgent),
    current: signIn.id === actor.signInId,
  }));
}

export type AccountToSignIn = {
  id: string;
  name: string;
  active: boolean;
  passwordHash: string | null;
  secondFactor: boolean;
};

/** The account an address signs in to; letter case and surrounding spaces do not count. */
export async function findAccountToSignIn(email: string): Promise<AccountToSignIn | null> {
  const key = emailKey(email);
  const account = await db.account.findUnique({
    where: { email: key },
    select: {
      id: true,
      email: true,
      firstName: true,
      lastName: true,
      status: true,
      passwordHash: true,
      totpConfirmedAt: true,
    },
  });
  // The column folds more letters than ASCII ones; an address that only looks alike is another one.
  if (!account || emailKey(account.email) !== key) return null;
  const { id, firstName, lastName, status, passwordHash, totpConfirmedAt } = account;
  return {
    id,
    name: `${firstName} ${lastName}`,
    active: status === "ACTIVE",
    passwordHash,
    secondFactor: totpConfirmedAt !== null,
  };
}
