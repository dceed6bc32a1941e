import "server-only";
import { notify, withdrawNotice } from "@/lib/features/notices/commands";
import { findCover } from "@/lib/features/scheduling/cover/queries";
import { giveSession } from "@/lib/features/scheduling/sessions/changing/commands";
import { whenWords } from "@/lib/features/scheduling/sessions/planning/copy";
import { bookingTransaction } from "@/lib/features/scheduling/sessions/slots/commands";
import { type AccountActor, type Actor, systemActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { ToCover } from "../schema";
import { mailRequest } from "./mailing/commands";
import { findOwnCoverRequest, findReaders } from "./queries";
import type { AskedReader, AskToCoverInput, CoverRequestInput, OwnCoverRequest } from "./schema";

/**
 * Asks colleagues whether they take sessions of somebody who is away: in their inbox and by mail. Whoever was asked already
 * is not asked again.
 * @returns how many requests went out.
 * @throws {RefusalError} not_found, nobody_to_ask
 */
export async function askToCover(actor: Actor, { practitionerId, sessionId, toId }: AskToCoverInput): Promise<number> {
  const cover = await findCover(actor, practitionerId);
  const sessions = cover?.sessions.filter(({ id }) => sessionId === null || id === sessionId) ?? [];
  if (!cover || (sessionId && sessions.length === 0)) refuse("not_found", "refusals.notFound");
  const { practitioner: away, freeFor } = cover;
  const asking = requireAccount(actor);
  const asked = await inTransaction(async (tx) => {
    let count = 0;
    for (const session of sessions) {
      const free = (freeFor.get(session.id) ?? []).filter(({ mayBeAsked }) => mayBeAsked).map(({ id }) => id);
      const known = session.asked.map(({ practitionerId: one }) => one);
      const readers = await findReaders(toId ? [toId] : free.filter((id) => !known.includes(id)), tx);
      for (const reader of readers) if (await ask(tx, asking, { away, session, reader })) count += 1;
    }
    return count;
  });
  if (asked === 0) refuse("nobody_to_ask", "cover.refusals.nobodyToAsk");
  return asked;
}

type Asking = { away: { id: string; name: string }; session: ToCover; reader: AskedReader & { id: string } };

/** False where they are asked already. */
async function ask(tx: Tx, actor: AccountActor, { away, session, reader }: Asking): Promise<boolean> {
  const [request] = await rows<{ id: string }>(
    sql`insert into cover_requests (session_id, away_id, practitioner_id, asked_by_account_id, created_at)
      values (${session.id}::uuid, ${away.id}::uuid, ${reader.id}::uuid, ${actor.accountId}::uuid, ${now()}::timestamptz)
      on conflict do nothing returning id`,
    tx,
  );
  if (!request) return false;
  const subject = { kind: "session", id: session.id };
  const when = whenWords(session);
  await notify(tx, actor, {
    ...{ kind: "cover", subject, sourceId: request.id, text: when },
    accountIds: [reader.accountId],
  });
  await mailRequest(tx, { requestId: request.id, away: away.name, session, reader });
  await record(tx, actor, { kind: "session.cover-asked", subject, data: { practitionerName: reader.name, when } });
  return true;
}

/** Takes a request back. @throws {RefusalError} not_found */
export async function withdrawRequest(actor: Actor, { requestId }: CoverRequestInput): Promise<void> {
  await inTransaction(async (tx) => {
    const open = await tx.coverRequest.findFirst({
      where: { id: requestId, state: "OPEN" },
      select: { awayId: true, sessionId: true },
    });
    const cover = open && (await findCover(actor, open.awayId));
    if (!cover?.sessions.some(({ id }) => id === open?.sessionId)) refuse("not_found", "refusals.notFound");
    const [closed] = await close(tx, sql`id = ${requestId}::uuid`, "WITHDRAWN");
    if (closed) await tellWithdrawn(tx, actor, closed);
  });
}

/**
 * Takes the session over. Of many who were asked the first has it; whoever comes too late is told so.
 * @throws {RefusalError} not_found, cover_gone, cover_answered, and what `giveSession` answers
 */
export async function takeCover(actor: Actor, { requestId }: CoverRequestInput): Promise<void> {
  const asked = requireAccount(actor);
  await bookingTransaction(async (tx) => {
    const request = await requireOpen(tx, asked, requestId);
    const { sessionId, awayId: fromId } = request;
    const toId = asked.practitionerId ?? "";
    // Who is asked may not see the session yet: that they were asked is what lets them take it.
    await giveSession(tx, actor, { sessionId, fromId, toId, as: systemActor("Cover") });
    await settleRequests(tx, actor, { sessionId, fromId, toId });
    await answerAsker(tx, actor, request, "covered");
  });
}

/** @throws {RefusalError} not_found, cover_gone, cover_answered */
export async function declineCover(actor: Actor, { requestId }: CoverRequestInput): Promise<void> {
  const asked = requireAccount(actor);
  await inTransaction(async (tx) => {
    const request = await requireOpen(tx, asked, requestId);
    const [closed] = await close(tx, sql`id = ${requestId}::uuid`, "DECLINED");
    if (!closed) refuse("cover_answered", "cover.refusals.answered");
    await withdrawNotice(tx, { accountId: asked.accountId, kind: "cover", sourceId: requestId });
    const { sessionId } = request;
    const data = { practitionerName: actor.name, when: whenWords(request) };
    await record(tx, actor, { kind: "session.cover-declined", subject: { kind: "session", id: sessionId }, data });
    await answerAsker(tx, actor, request, "not-covered");
  });
}

function requireAccount(actor: Actor): AccountActor {
  if (actor.kind !== "account") refuse("not_found", "refusals.notFound");
  return actor;
}

async function requireOpen(tx: Tx, actor: AccountActor, requestId: string): Promise<OwnCoverRequest> {
  const request = await findOwnCoverRequest(actor, requestId, tx);
  if (!request) refuse("not_found", "refusals.notFound");
  if (request.state === "WITHDRAWN" || !request.isNeeded) refuse("cover_gone", "cover.refusals.gone");
  if (request.state !== "OPEN") refuse("cover_answered", "cover.refusals.answered");
  return request;
}

async function answerAsker(tx: Tx, actor: Actor, request: OwnCoverRequest, kind: "covered" | "not-covered") {
  const { id: sourceId, sessionId, askedByAccountId } = request;
  if (!askedByAccountId) return;
  const subject = { kind: "session", id: sessionId };
  await notify(tx, actor, { kind, subject, sourceId, text: whenWords(request), accountIds: [askedByAccountId] });
}

/** Once somebody has the session: their own request is answered, nobody else is asked any more. */
export async function settleRequests(
  tx: Tx,
  actor: Actor,
  { sessionId, fromId, toId }: { sessionId: string; fromId: string; toId: string },
): Promise<void> {
  const ofSession = sql`session_id = ${sessionId}::uuid and away_id = ${fromId}::uuid`;
  const taken = await close(tx, sql`${ofSession} and practitioner_id = ${toId}::uuid`, "TAKEN");
  const others = await close(tx, ofSession, "WITHDRAWN");
  for (const { id, accountId } of [...taken, ...others])
    if (accountId) await withdrawNotice(tx, { accountId, kind: "cover", sourceId: id });
  for (const closed of others) await tellWithdrawn(tx, actor, closed);
}

type Closed = { id: string; sessionId: string; accountId: string | null; practitionerName: string };

function close(tx: Tx, which: SqlFragment, state: "TAKEN" | "DECLINED" | "WITHDRAWN"): Promise<Closed[]> {
  return rows<Closed>(
    sql`with closed as (update cover_requests set state = ${state}::"CoverState", answered_at = ${now()}::timestamptz
        where ${which} and state = 'OPEN' returning id, session_id, practitioner_id)
      select c.id, c.session_id as "sessionId", p.account_id as "accountId",
        p.first_name || ' ' || p.last_name as "practitionerName"
      from closed c join practitioners p on p.id = c.practitioner_id order by c.id`,
    tx,
  );
}

async function tellWithdrawn(tx: Tx, actor: Actor, { id, sessionId, accountId, practitionerName }: Closed) {
  if (accountId) await withdrawNotice(tx, { accountId, kind: "cover", sourceId: id });
  const subject = { kind: "session", id: sessionId };
  await record(tx, actor, { kind: "session.cover-withdrawn", subject, data: { practitionerName } });
}
