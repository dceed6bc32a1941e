import "server-only";
import { bookOwn, requireContact } from "@/lib/features/scheduling/booking/commands";
import { whenWords } from "@/lib/features/scheduling/sessions/planning/copy";
import { bookingTransaction } from "@/lib/features/scheduling/sessions/slots/commands";
import { endWait } from "@/lib/features/scheduling/waiting/commands";
import { offerNext } from "@/lib/features/scheduling/waiting/freeing/commands";
import { type Actor, type ContactActor, systemActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { RefusalError, refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { findOwnOffer } from "./queries";
import { isOpen } from "./rules";
import type { AnswerOfferInput, OwnOffer } from "./schema";

/** What says that the time itself is gone, not that something was wrong with the answer. */
const GONE = new Set(["slot_gone", "slot_taken", "no_place_left"]);

/**
 * Takes what is offered, as any other free time is booked. Of all who want it one gets it; whoever comes too late is told
 * so, and is not offered it any more. Answers whether it is booked or waits for an answer.
 * @throws {RefusalError} not_found, offer_over, offer_gone, offer_unfit, offer_answered, and what `bookOwn` answers
 */
export async function takeOffer(actor: Actor, { offerId }: AnswerOfferInput): Promise<"REQUESTED" | "BOOKED"> {
  const contact = requireContact(actor);
  try {
    return await bookingTransaction((tx) => take(tx, contact, offerId));
  } catch (error) {
    if (!(error instanceof RefusalError) || !GONE.has(error.code)) throw error;
    const { state, isTaken } = await inTransaction((tx) => giveBack(tx, contact, offerId));
    if (state === "OPEN" && !isTaken) refuse("offer_unfit", "scheduling.refusals.offerUnfit");
    return refuseOver({ state, isTaken });
  }
}

async function take(tx: Tx, contact: ContactActor, offerId: string): Promise<"REQUESTED" | "BOOKED"> {
  const offer = await requireOpen(tx, contact, offerId);
  const { clientId, practitionerId, serviceId, startsAt, slotId, waitId } = offer;
  const wish = { clientId, practitionerId, serviceId, startsAt, about: null };
  const status = await bookOwn(tx, contact, wish, startsAt);
  // Its people are held by now; jobs and answers take the slot before they touch its offers.
  await holdSlotRow(tx, slotId);
  if (!(await answer(tx, offerId, "TAKEN"))) refuse("offer_over", "scheduling.refusals.offerOver");
  await closeSlot(tx, systemActor("Waiting list"), slotId);
  await endWait(tx, waitId, "TAKEN");
  await record(tx, contact, { kind: "session.slot-taken", ...about(offer) });
  return status;
}

/**
 * Says no; the time goes to the next, and the client stays in the line.
 * @throws {RefusalError} not_found, offer_over, offer_gone, offer_answered
 */
export async function declineOffer(actor: Actor, { offerId }: AnswerOfferInput): Promise<void> {
  const contact = requireContact(actor);
  await inTransaction(async (tx) => {
    const offer = await requireOpen(tx, contact, offerId);
    await holdSlotRow(tx, offer.slotId);
    if (!(await answer(tx, offerId, "DECLINED"))) refuse("offer_over", "scheduling.refusals.offerOver");
    await offerNext(tx, offer.slotId);
    await record(tx, contact, { kind: "session.slot-declined", ...about(offer) });
  });
}

/** Answers what the offer was before. */
async function giveBack(tx: Tx, contact: ContactActor, offerId: string): Promise<OwnOffer> {
  const seen = await findOwnOffer(contact, offerId, tx);
  if (!seen) refuse("not_found", "refusals.notFound");
  await holdSlotRow(tx, seen.slotId);
  const offer = (await findOwnOffer(contact, offerId, tx)) ?? seen;
  if (!(await answer(tx, offerId, "WITHDRAWN"))) return offer;
  await offerNext(tx, offer.slotId);
  await record(tx, contact, { kind: "session.slot-withdrawn", ...about(offer) });
  return offer;
}

async function requireOpen(tx: Tx, contact: ContactActor, offerId: string): Promise<OwnOffer> {
  const offer = await findOwnOffer(contact, offerId, tx);
  if (!offer) refuse("not_found", "refusals.notFound");
  return isOpen(offer, now()) ? offer : refuseOver(offer);
}

/** Says why an offer cannot be answered any more. */
function refuseOver({ state, isTaken }: Pick<OwnOffer, "state" | "isTaken">): never {
  if (state === "TAKEN" || state === "DECLINED") refuse("offer_answered", "scheduling.refusals.offerAnswered");
  if (state === "WITHDRAWN" || isTaken) refuse("offer_gone", "scheduling.refusals.offerGone");
  return refuse("offer_over", "scheduling.refusals.offerOver");
}

const holdSlotRow = (tx: Tx, id: string) =>
  rows(sql`select id from freed_slots where id = ${id}::uuid for no key update`, tx);

/** Answers whether it was still open. */
async function answer(tx: Tx, id: string, state: "TAKEN" | "DECLINED" | "WITHDRAWN"): Promise<boolean> {
  const answered = await execute(
    sql`update slot_offers set state = ${state}::"SlotOfferState", answered_at = ${now()}::timestamptz
      where id = ${id}::uuid and state = 'OPEN' and (${state} = 'WITHDRAWN' or expires_at > ${now()}::timestamptz)`,
    tx,
  );
  return answered > 0;
}

type Ended = { clientId: string; practitionerName: string; startsAt: Date; endsAt: Date; timeZone: string };

/** The slot is given away or gone: nobody else is offered it, and those who were read so. */
export async function closeSlot(tx: Tx, actor: Actor, slotId: string): Promise<void> {
  await execute(sql`update freed_slots set closed_at = ${now()}::timestamptz where id = ${slotId}::uuid`, tx);
  await endOpen(tx, actor, slotId, { state: "WITHDRAWN", kind: "session.slot-withdrawn", which: sql`true` });
}

/** Ends the offers of those who did not answer in time. */
export function expireOffers(tx: Tx, actor: Actor, slotId: string): Promise<void> {
  const which = sql`o.expires_at <= ${now()}::timestamptz`;
  return endOpen(tx, actor, slotId, { state: "EXPIRED", kind: "session.slot-expired", which });
}

type Ending = {
  state: "EXPIRED" | "WITHDRAWN";
  kind: "session.slot-expired" | "session.slot-withdrawn";
  which: ReturnType<typeof sql>;
};

async function endOpen(tx: Tx, actor: Actor, slotId: string, { state, kind, which }: Ending): Promise<void> {
  const ended = await rows<Ended>(
    sql`update slot_offers o set state = ${state}::"SlotOfferState", answered_at = ${now()}::timestamptz
      from freed_slots f, practitioners p, session_waits w, clients c, centers ce
      where o.slot_id = ${slotId}::uuid and o.state = 'OPEN' and ${which} and f.id = o.slot_id and p.id = f.practitioner_id
        and w.id = o.wait_id and c.id = w.client_id and ce.id = c.center_id
      returning c.id as "clientId", p.first_name || ' ' || p.last_name as "practitionerName", f.starts_at as "startsAt",
        o.ends_at as "endsAt", ce.time_zone as "timeZone"`,
    tx,
  );
  for (const one of ended) await record(tx, actor, { kind, ...about(one) });
}

/** What every line of history about an offer says. */
export function about({ clientId, practitionerName, ...when }: Ended) {
  const data = { practitionerName, when: whenWords(when) };
  return { subject: { kind: "client", id: clientId }, clientIds: [clientId], data };
}
