import type { Instant } from "@/lib/values/instant";
import type { DaySession } from "./schema";

/** Where a session stands in the course of the day. */
export type Moment = "ahead" | "now" | "unmarked" | "done";

type Timed = Pick<DaySession, "id" | "status" | "startsAt" | "endsAt">;

export function momentOf({ status, startsAt, endsAt }: Timed, at: Instant): Moment {
  if (status === "HELD" || status === "NO_SHOW") return "done";
  if (startsAt > at) return "ahead";
  return endsAt > at ? "now" : "unmarked";
}

/**
 * The session that stands on top: the one that was tapped, else what is going on, else what comes next, else the latest
 * that still waits to be marked.
 */
export function focusOf<S extends Timed>(sessions: readonly S[], { at, chosen }: { at: Instant; chosen?: string }) {
  const of = (moment: Moment) => sessions.filter((one) => momentOf(one, at) === moment);
  const tapped = sessions.find(({ id }) => id === chosen);
  return tapped ?? of("now").at(0) ?? of("ahead").at(0) ?? of("unmarked").at(-1) ?? null;
}

/** When the page is worth looking at anew: the next time that a session begins or ends. */
export function nextTurn(sessions: readonly Timed[], at: Instant): Instant | null {
  const turns = sessions.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).filter((turn) => turn > at);
  return turns.toSorted((one, other) => one.getTime() - other.getTime()).at(0) ?? null;
}
