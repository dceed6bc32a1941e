import "server-only";
import { listAccounts } from "@/lib/features/accounts/team/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { lockedNames } from "@/lib/platform/access/attempts";
import { now } from "@/lib/platform/clock";
import { concernsOf } from "./rules";
import type { WatchedAccount } from "./schema";

/** Active accounts that something is to be looked at about. */
export async function listWatchedAccounts(actor: AccountActor): Promise<WatchedAccount[]> {
  const accounts = await listAccounts(actor, { state: "active" });
  const locked = await lockedNames(
    ["staff-sign-in", "second-factor", "confirm"].flatMap((door) =>
      accounts.map(({ id, email }) => ({ door, name: door === "staff-sign-in" ? email : id, id })),
    ),
  );
  const at = now();
  return accounts
    .map((account) => ({ ...account, concerns: concernsOf({ ...account, locked: locked.has(account.id) }, at) }))
    .filter(({ concerns }) => concerns.length > 0);
}
