import "server-only";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { addSeconds } from "@/lib/values/instant";
import type { Actor } from "./actor";
import { SIGN_IN_LIFETIME } from "./sign-in-cookie";
import { randomToken, tokenHash } from "./tokens";

/** Whose sign-in it is: a staff account's or a contact's. */
export type SignInOwner = { accountId: string } | { portalLoginId: string };

type NewSignIn = {
  userAgent: string | null;
  /** What is still to come before the sign-in counts. */
  awaits?: "second-factor" | "set-password";
};

const MAX_USER_AGENT = 300;

/**
 * Makes a sign-in and ends the one this browser had: its cookie gets a new random name each time.
 * @returns the token for the cookie; the database keeps only its hash.
 */
export async function startSignIn(
  tx: Tx,
  actor: Actor,
  { owner, userAgent, awaits }: NewSignIn & { owner: SignInOwner },
): Promise<string> {
  const token = randomToken();
  const at = now();
  const former = signInIdOf(actor);
  if (former) await endSignIn(tx, former);
  await tx.signIn.create({
    data: {
      ...owner,
      tokenHash: tokenHash(token),
      awaitsSecondFactor: awaits === "second-factor",
      mustSetPassword: awaits === "set-password",
      confirmedAt: at,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: addSeconds(at, SIGN_IN_LIFETIME.absolute),
      ip: actor.ip,
      userAgent: userAgent?.slice(0, MAX_USER_AGENT) ?? null,
    },
    select: { id: true },
  });
  return token;
}

/** The sign-in this request came with, finished or not. */
export function signInIdOf(actor: Actor): string | null {
  if (actor.kind === "anonymous") return actor.pending?.signInId ?? null;
  return "signInId" in actor ? actor.signInId : null;
}

/** Ends one sign-in; its cookie is dead at the next request. */
export async function endSignIn(tx: Tx, signInId: string): Promise<void> {
  await tx.signIn.updateMany({ where: { id: signInId, revokedAt: null }, data: { revokedAt: now() } });
}

/** Ends every sign-in of one person, but for `except`; answers how many. */
export async function endSignIns(
  tx: Tx,
  owner: SignInOwner,
  { except = null }: { except?: string | null } = {},
): Promise<number> {
  const { count } = await tx.signIn.updateMany({
    where: { ...owner, revokedAt: null, ...(except ? { id: { not: except } } : {}) },
    data: { revokedAt: now() },
  });
  return count;
}
