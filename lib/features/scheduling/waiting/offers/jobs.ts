import "server-only";
import { searchOf } from "@/lib/features/scheduling/booking/rules";
import type { BookingTerms } from "@/lib/features/scheduling/booking/schema";
import { findWhoFits } from "@/lib/features/scheduling/slots/queries";
import { offerNext } from "@/lib/features/scheduling/waiting/freeing/commands";
import { findSettingIn } from "@/lib/features/settings/queries";
import { systemActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import type { JobPayload } from "@/lib/platform/jobs/payloads";
import { isBefore } from "@/lib/values/instant";
import { closeSlot, expireOffers } from "./commands";
import { makeOffer } from "./making/commands";
import { holdFreedSlot, LOOKED_AT, listCandidates } from "./queries";
import { answerUntil, firstOf, lastMoment, wishOf } from "./rules";
import type { Candidate, FreedSlot } from "./schema";

/** Asked at once where the first has it. */
const MOST_AT_ONCE = 50;

/**
 * "waiting.offer": offers a freed time to whoever is next, or to all it fits. Whoever did not answer in time is passed
 * over; a time that is taken again, too soon or for nobody is closed. May run as often as it likes.
 */
export async function offerSlotJob({ slotId }: JobPayload<"waiting.offer">): Promise<void> {
  await inTransaction((tx) => offerSlot(tx, slotId), { timeoutMs: 60_000 });
}

async function offerSlot(tx: Tx, slotId: string): Promise<void> {
  const slot = await holdFreedSlot(tx, slotId);
  if (!slot) return;
  const system = systemActor("Waiting list");
  const terms = await findSettingIn(tx, "booking");
  await expireOffers(tx, system, slotId);
  if (slot.isTaken || !isBefore(now(), lastMoment(slot, terms))) return closeSlot(tx, system, slotId);
  const open = await tx.slotOffer.findMany({
    where: { slotId, state: "OPEN" },
    select: { alone: true, expiresAt: true },
    orderBy: { expiresAt: "asc" },
  });
  const next = open.some(({ alone }) => alone) ? [] : await findNext(tx, slot, terms);
  const expiresAt = answerUntil(slot, { terms, at: now() });
  const alone = terms.waiting === "ONE_BY_ONE" && open.length === 0;
  for (const wish of next) await makeOffer(tx, system, { slot, ...wish, expiresAt, alone });
  const [first] = [...open.map((one) => one.expiresAt), ...next.map(() => expiresAt)];
  if (!first) return closeSlot(tx, system, slotId);
  await offerNext(tx, slotId, first);
}

/** The first of the line whom the time fits, as many as are asked at once. */
async function findNext(tx: Tx, slot: FreedSlot, terms: BookingTerms) {
  if (terms.waiting === "OFF") return [];
  const most = terms.waiting === "ONE_BY_ONE" ? 1 : MOST_AT_ONCE;
  const at = now();
  const { limits } = searchOf({ terms, at }, terms.minutes);
  const fitting = [];
  let last: Candidate | undefined;
  for (;;) {
    const line = await listCandidates(tx, slot, last);
    const wishes = line.flatMap((candidate) => wishOf(candidate, slot, terms) ?? []);
    const asked = { practitionerId: slot.practitionerId, wishes };
    fitting.push(...(await findWhoFits(systemActor("Waiting list"), asked, { limits, now: at }, tx)));
    last = line.at(-1);
    const next = firstOf(fitting, most);
    if (next.length === most || line.length < LOOKED_AT) return next;
  }
}
