import "server-only";
import { findSetting } from "@/lib/features/settings/queries";
import { findLink } from "@/lib/platform/access/one-time-links";
import type { PasswordContext } from "@/lib/platform/access/password-rules";
import { db } from "@/lib/platform/db/db";

export type AccountLink = { linkId: string; accountId: string; email: string; firstName: string; spent: boolean };

/** Where a link of a staff mail leads; null for a link that is not ours or whose account is inactive. */
export async function findAccountLink(token: string): Promise<AccountLink | null> {
  const link = await findLink(db, token);
  if (!link?.accountId) return null;
  const account = await db.account.findFirst({
    where: { id: link.accountId, status: "ACTIVE" },
    select: { email: true, firstName: true },
  });
  return account && { linkId: link.id, accountId: link.accountId, spent: link.spent, ...account };
}

/** What an attacker would try for this account. */
export async function passwordContextOf(accountId: string): Promise<PasswordContext> {
  const [account, organization] = await Promise.all([
    db.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { email: true, firstName: true, lastName: true },
    }),
    findSetting("organization"),
  ]);
  return [organization.name, account.email, `${account.firstName} ${account.lastName}`];
}
