import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { forgetTries } from "@/lib/platform/access/attempts";
import { db, inTransaction } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { fullName } from "@/lib/values/person-name";

/** Lets somebody try to sign in again before the quarter of an hour is over. @throws {RefusalError} not_found */
export async function unlockAccount(actor: Actor, { accountId }: { accountId: string }): Promise<void> {
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: { email: true, firstName: true, lastName: true },
  });
  if (!account) return refuse("not_found", "refusals.notFound");
  await forgetTries({ door: "staff-sign-in", name: account.email });
  for (const door of ["second-factor", "confirm"]) await forgetTries({ door, name: accountId });
  const subject = { kind: "account", id: accountId };
  await inTransaction((tx) =>
    record(tx, actor, { kind: "account.unlocked", subject, data: { name: fullName(account) } }),
  );
}
