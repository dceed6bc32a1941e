import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import type { AccountDetail, AccountRow } from "./schema";

const SHOWN = 500;

const select = {
  id: true,
  firstName: true,
  lastName: true,
  email: true,
  role: true,
  status: true,
  passwordHash: true,
  totpConfirmedAt: true,
  lastSignInAt: true,
} as const;

type Found = {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  role: AccountRow["role"];
  status: string;
  passwordHash: string | null;
  totpConfirmedAt: Date | null;
  lastSignInAt: Date | null;
};

/** Plain facts only: the hash itself never leaves this file. */
function rowOf({ firstName, lastName, status, passwordHash, totpConfirmedAt, ...account }: Found): AccountRow {
  return {
    id: account.id,
    email: account.email,
    role: account.role,
    lastSignInAt: account.lastSignInAt,
    name: `${firstName} ${lastName}`,
    active: status === "ACTIVE",
    secondFactor: totpConfirmedAt !== null,
    hasPassword: passwordHash !== null,
  };
}

/** Every account, active ones first, by name. */
export async function listAccounts(_actor: AccountActor): Promise<AccountRow[]> {
  const found = await db.account.findMany({
    orderBy: [{ status: "asc" }, { lastName: "asc" }, { firstName: "asc" }, { id: "asc" }],
    take: SHOWN,
    select,
  });
  return found.map(rowOf);
}

export async function findAccount(actor: AccountActor, accountId: string): Promise<AccountDetail | null> {
  const found = await db.account.findUnique({
    where: { id: accountId },
    select: {
      ...select,
      createdAt: true,
      practitioner: { select: { id: true, firstName: true, lastName: true } },
    },
  });
  if (!found) return null;
  const { practitioner, createdAt } = found;
  return {
    ...rowOf(found),
    createdAt,
    practitioner: practitioner && { id: practitioner.id, name: `${practitioner.firstName} ${practitioner.lastName}` },
    own: found.id === actor.accountId,
  };
}

/** Practitioners who could get an account: they have none yet. */
export async function listPractitionersWithoutAccount(_actor: AccountActor): Promise<{ id: string; name: string }[]> {
  const found = await db.practitioner.findMany({
    where: { accountId: null },
    orderBy: [{ lastName: "asc" }, { firstName: "asc" }, { id: "asc" }],
    take: SHOWN,
    select: { id: true, firstName: true, lastName: true },
  });
  return found.map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` }));
}
