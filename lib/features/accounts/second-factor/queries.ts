import "server-only";
import { renderSVG } from "uqr";
import { findSetting } from "@/lib/features/settings/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { authenticatorAddress } from "@/lib/platform/access/one-time-codes";
import { unseal } from "@/lib/platform/access/secret-box";
import { db } from "@/lib/platform/db/db";
import type { SecondFactorState } from "./schema";

export const SECRET_PURPOSE = "authenticator";

/** How far the person who asks is with the second factor. */
export async function findSecondFactor(actor: AccountActor): Promise<SecondFactorState> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: actor.accountId },
    select: {
      email: true,
      totpSecret: true,
      totpConfirmedAt: true,
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  });
  const on = account.totpConfirmedAt !== null;
  const waiting = account.totpSecret && !on ? unseal(account.totpSecret, SECRET_PURPOSE) : null;
  return {
    on,
    recoveryCodesLeft: on ? account._count.recoveryCodes : 0,
    enrolment: waiting === null ? null : { key: waiting, qr: await qrOf(waiting, account.email) },
  };
}

async function qrOf(key: string, label: string): Promise<string> {
  const { name } = await findSetting("organization");
  // Black on white in both themes: cameras need the contrast and the quiet edge.
  return renderSVG(authenticatorAddress(key, { issuer: name, label }), { border: 2 });
}
