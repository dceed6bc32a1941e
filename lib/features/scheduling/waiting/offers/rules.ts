import { termsFor } from "@/lib/features/scheduling/booking/rules";
import type { BookingTerms } from "@/lib/features/scheduling/booking/schema";
import { addMinutes, type Instant, isBefore } from "@/lib/values/instant";
import { dayIn } from "@/lib/values/wall-clock";
import type { Candidate, FreedSlot, OwnOffer } from "./schema";

type Freed = Pick<FreedSlot, "startsAt">;

/** Until when a freed time can be taken: afterwards it is too soon for anybody who books themselves. */
export function lastMoment({ startsAt }: Freed, { noticeHours }: Pick<BookingTerms, "noticeHours">): Instant {
  return addMinutes(startsAt, -noticeHours * 60);
}

/** Until when somebody answers: who is asked alone has the time that is set, of many the first has it. */
export function answerUntil(slot: Freed, { terms, at }: { terms: BookingTerms; at: Instant }): Instant {
  const last = lastMoment(slot, terms);
  const set = addMinutes(at, terms.waitingMinutes);
  return terms.waiting === "ONE_BY_ONE" && isBefore(set, last) ? set : last;
}

/**
 * What a client would take of a freed time, by what they wait for and what they may book; null where it is not for them.
 * Their hours and sessions are looked at afterwards.
 */
export function wishOf<Of extends Candidate>(candidate: Of, { startsAt }: Freed, terms: BookingTerms) {
  const { clientId, service, firstDay, lastDay, timeZone, onDay, readers } = candidate;
  if (termsFor(candidate, terms).mode === "OFF" || readers.length === 0) return null;
  const day = dayIn(timeZone, startsAt);
  if ((firstDay && day < firstDay) || (lastDay && day > lastDay)) return null;
  if (terms.clientDaily > 0 && onDay >= terms.clientDaily) return null;
  const end = addMinutes(startsAt, service?.minutes ?? terms.minutes);
  return { clientId, candidate, range: { start: startsAt, end } };
}

/** The first in the line, each client once however often they wait. */
export function firstOf<Of extends { clientId: string }>(fitting: readonly Of[], most: number): Of[] {
  const clients = new Set<string>();
  return fitting.filter(({ clientId }) => !clients.has(clientId) && clients.add(clientId)).slice(0, most);
}

/** Whether an offer can still be answered. */
export function isOpen({ state, expiresAt }: Pick<OwnOffer, "state" | "expiresAt">, at: Instant): boolean {
  return state === "OPEN" && isBefore(at, expiresAt);
}
