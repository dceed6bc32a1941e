import "server-only";
import { cache } from "react";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { requestFacts } from "@/lib/platform/http/request-facts";
import { addSeconds } from "@/lib/values/instant";
import { type AccountActor, type Actor, type AnonymousActor, actorFrom, type ContactActor } from "./actor";
import { rightsGranted } from "./granted";
import { type LoadedSignIn, loadSignIn } from "./load-sign-in";
import type { Role } from "./permissions";
import { readSignInToken } from "./sign-in-cookie";
import { tokenHash } from "./tokens";

const ROLES = {
  ADMINISTRATOR: "administrator",
  STAFF: "staff",
  PRACTITIONER: "practitioner",
} as const satisfies Record<string, Role>;

/** How long after the password was given what opens doors to others may be done. */
export const FRESH_SECONDS = 5 * 60;

/** Requests that come together write once; a coarser grain would end a visit before its hour of rest is over. */
const SEEN_GRAIN_SECONDS = 1;

/** Who makes this request, read from the database once per request. Never null: nobody is an anonymous actor. */
export const currentActor = cache(async (): Promise<Actor> => {
  const facts = await requestFacts();
  const token = await readSignInToken();
  const at = now();
  const signIn = token ? await loadSignIn(tokenHash(token), { at }) : null;
  if (!signIn) return anonymous({ ...facts, pending: null });
  const seenBefore = addSeconds(at, -SEEN_GRAIN_SECONDS);
  if (signIn.lastSeenAt < seenBefore) {
    const where = { id: signIn.id, revokedAt: null, lastSeenAt: { lt: seenBefore } };
    await db.signIn.updateMany({ where, data: { lastSeenAt: at } });
  }
  return actorOf(signIn, { ...facts, at });
});

type Facts = { requestId: string | null; ip: string | null; language: string };

function anonymous({ pending, ...facts }: Facts & Pick<AnonymousActor, "pending">): AnonymousActor {
  return actorFrom<AnonymousActor>({ kind: "anonymous", role: "anonymous", name: "", pending, ...facts });
}

function actorOf(signIn: LoadedSignIn, { at, ...facts }: Facts & { at: Date }): Actor {
  const step = signIn.awaitsSecondFactor ? "second-factor" : signIn.mustSetPassword ? "set-password" : null;
  if (step) {
    const { id: signInId, accountId, portalLoginId, language } = signIn;
    return anonymous({ ...facts, language, pending: { step, signInId, accountId, portalLoginId } });
  }
  const common = { ...facts, name: signIn.name, language: signIn.language, signInId: signIn.id };
  if (signIn.accountId && signIn.accountRole) {
    const confirmed = signIn.adminModeUntil !== null && signIn.adminModeUntil > at;
    return actorFrom<AccountActor>({
      ...common,
      kind: "account",
      role: ROLES[signIn.accountRole],
      accountId: signIn.accountId,
      practitionerId: signIn.practitionerId,
      email: signIn.email ?? "",
      isAdministrator: signIn.accountRole === "ADMINISTRATOR",
      confirmedUntil: confirmed ? signIn.adminModeUntil : null,
      centerIds: signIn.centerIds,
      lacksSecondFactor: signIn.lacksSecondFactor,
      viewingContactId: signIn.viewingContactId,
      confirmed,
      fresh: signIn.confirmedAt >= addSeconds(at, -FRESH_SECONDS),
      rights: rightsGranted(signIn),
    });
  }
  if (!signIn.contactId || !signIn.portalLoginId) return anonymous({ ...facts, pending: null });
  const { contactId, portalLoginId, clients } = signIn;
  return actorFrom<ContactActor>({ ...common, kind: "contact", role: "contact", contactId, portalLoginId, clients });
}
