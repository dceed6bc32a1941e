import type { AccountRow } from "@/lib/features/accounts/team/schema";
import { addMinutes, type Instant, isBefore } from "@/lib/values/instant";
import type { SecurityConcern } from "./schema";

/** Who was not here for so long is probably gone. */
export const IDLE_DAYS = 90;

type Watched = Pick<AccountRow, "lastSignInAt" | "secondFactor"> & { createdAt: Instant; locked: boolean };

/** What is to be looked at about an active account. */
export function concernsOf(
  { lastSignInAt, secondFactor, createdAt, locked }: Watched,
  now: Instant,
): SecurityConcern[] {
  const idleSince = addMinutes(now, -IDLE_DAYS * 24 * 60);
  return [
    ...(locked ? (["locked"] as const) : []),
    ...(lastSignInAt ? [] : (["neverUsed"] as const)),
    ...(isBefore(lastSignInAt ?? createdAt, idleSince) ? (["idle"] as const) : []),
    ...(secondFactor ? [] : (["noSecondFactor"] as const)),
  ];
}
