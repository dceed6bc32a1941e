import "server-only";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { addSeconds, isBefore } from "@/lib/values/instant";
import type { SignInOwner } from "./sign-ins";
import { randomToken, tokenHash } from "./tokens";

/** A welcome or reset link lives a week. */
const LINK_LIFETIME_SECONDS = 7 * 24 * 3600;

/** What a link's token leads to; `spent` when it was used, replaced or grew too old. */
export type OneTimeLinkState = {
  id: string;
  accountId: string | null;
  portalLoginId: string | null;
  spent: boolean;
};

/**
 * Makes a link with which its reader chooses a password, and ends those sent before.
 * @returns the token for the address; the database keeps only its hash.
 */
export async function issueLink(tx: Tx, owner: SignInOwner): Promise<string> {
  const token = randomToken();
  const at = now();
  await spendLinks(tx, owner);
  await tx.oneTimeLink.create({
    data: {
      ...owner,
      tokenHash: tokenHash(token),
      purpose: "SET_PASSWORD",
      createdAt: at,
      expiresAt: addSeconds(at, LINK_LIFETIME_SECONDS),
    },
    select: { id: true },
  });
  return token;
}

/** Looks at a link without spending it; null for a token we never made. */
export async function findLink(tx: Tx, token: string): Promise<OneTimeLinkState | null> {
  const link = await tx.oneTimeLink.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: { id: true, accountId: true, portalLoginId: true, expiresAt: true, usedAt: true },
  });
  if (!link) return null;
  const { id, accountId, portalLoginId } = link;
  return { id, accountId, portalLoginId, spent: link.usedAt !== null || !isBefore(now(), link.expiresAt) };
}

/** Spends a link; false when somebody was faster or it is too old. */
export async function spendLink(tx: Tx, linkId: string): Promise<boolean> {
  const at = now();
  const { count } = await tx.oneTimeLink.updateMany({
    where: { id: linkId, usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  });
  return count === 1;
}

/** Ends every unused link of one person. */
export async function spendLinks(tx: Tx, owner: SignInOwner): Promise<void> {
  await tx.oneTimeLink.updateMany({ where: { ...owner, usedAt: null }, data: { usedAt: now() } });
}
