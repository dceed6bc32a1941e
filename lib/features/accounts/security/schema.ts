import type { AccountRow } from "@/lib/features/accounts/team/schema";

export const SECURITY_CONCERNS = ["locked", "neverUsed", "idle", "noSecondFactor"] as const;
export type SecurityConcern = (typeof SECURITY_CONCERNS)[number];

/** An active account with what is to be looked at; more than one may be. */
export type WatchedAccount = AccountRow & { concerns: readonly SecurityConcern[] };
