import "server-only";
import { takesCalendarOut } from "@/lib/features/calendar/scope";
import { paths } from "@/lib/paths";
import type { AccountActor, Actor, ContactActor } from "@/lib/platform/access/actor";
import { randomToken, tokenHash } from "@/lib/platform/access/tokens";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { record } from "@/lib/platform/history/record";
import type { RequestFacts } from "@/lib/platform/http/request-facts";
import { countAttempt } from "@/lib/platform/rate-limit";
import { RefusalError, refuse } from "@/lib/platform/refusal";
import { findFeed } from "./queries";

/** Of a person; a staff member who is no practitioner has no calendar of their own. */
function ownerOf(actor: Actor): { accountId: string } | { portalLoginId: string } {
  if (actor.kind === "contact") return { portalLoginId: actor.portalLoginId };
  if (actor.kind === "account" && actor.practitionerId) return { accountId: actor.accountId };
  refuse("not_found", "refusals.notFound");
}

const subjectOf = (actor: AccountActor | ContactActor) =>
  actor.kind === "account" ? { kind: "account", id: actor.accountId } : { kind: "contact", id: actor.contactId };

/**
 * Makes a secret calendar address; one that was there before stops working. @returns the address, shown this once.
 * @throws {RefusalError} not_found, not_permitted
 */
export async function makeLink(actor: Actor): Promise<{ address: string }> {
  const owner = ownerOf(actor);
  if (!takesCalendarOut(actor)) refuse("not_permitted", "calendar.link.refused");
  const token = randomToken();
  const made = { tokenHash: tokenHash(token), createdAt: now() };
  await inTransaction(async (tx) => {
    const where = owner as { accountId: string };
    await tx.calendarLink.upsert({ where, create: { ...owner, ...made }, update: made, select: { id: true } });
    const subject = subjectOf(actor as AccountActor);
    await record(tx, actor, { kind: "calendar-link.made", subject, data: { name: actor.name } });
  });
  return { address: new URL(paths.api.calendar(token), env().APP_ORIGIN).href };
}

/** Turns the address off. */
export async function revokeLink(actor: Actor): Promise<void> {
  const owner = ownerOf(actor);
  await inTransaction(async (tx) => {
    const { count } = await tx.calendarLink.deleteMany({ where: owner });
    const subject = subjectOf(actor as AccountActor);
    if (count > 0) await record(tx, actor, { kind: "calendar-link.revoked", subject, data: { name: actor.name } });
  });
}

/** Calendar programs ask every few minutes; whoever guesses asks more often. */
const LIMIT = { limit: 120, windowSeconds: 60 };

/** Answers a calendar program: the address is all the proof there is, so a wrong one is nothing at all. */
export async function answerFeed(token: string, { ip }: RequestFacts): Promise<Response> {
  try {
    await countAttempt(`calendar:${ip}`, LIMIT);
  } catch (error) {
    if (error instanceof RefusalError) return new Response(null, { status: 429, headers: { "retry-after": "60" } });
    throw error;
  }
  const text = await findFeed(token.replace(/\.ics$/, ""));
  if (text === null) return new Response(null, { status: 404 });
  return new Response(text, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="calendar.ics"',
      "cache-control": "private, no-store",
    },
  });
}
