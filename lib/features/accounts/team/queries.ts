import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import type { AccountDetail, AccountRow, AccountSearch } from "./schema";

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
  createdAt: true,
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
  createdAt: Date;
};

/** Plain facts only: the hash itself never leaves this file. */
function rowOf({ firstName, lastName, status, passwordHash, totpConfirmedAt, ...account }: Found): AccountRow {
  return {
    id: account.id,
    email: account.email,
    role: account.role,
    lastSignInAt: account.lastSignInAt,
    createdAt: account.createdAt,
    name: `${firstName} ${lastName}`,
    active: status === "ACTIVE",
    secondFactor: totpConfirmedAt !== null,
    hasPassword: passwordHash !== null,
  };
}

/** Accounts, active ones first, by name. */
export async function listAccounts(
  _actor: AccountActor,
  { role, center, state }: AccountSearch = {},
): Promise<AccountRow[]> {
  const works = {
    OR: [
      { centerId: center },
      { scopeCenters: { some: { centerId: center } } },
      { practitioner: { centerId: center } },
    ],
  };
  const found = await db.account.findMany({
    where: {
      ...(role && { role }),
      ...(state && { status: state === "active" ? ("ACTIVE" as const) : ("INACTIVE" as const) }),
      ...(center && works),
    },
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
      practitioner: { select: { id: true, firstName: true, lastName: true, status: true } },
      groups: { orderBy: { group: { name: "asc" } }, select: { group: { select: { name: true } } } },
      scopeCenters: { orderBy: { center: { name: "asc" } }, select: { center: { select: { name: true } } } },
    },
  });
  if (!found) return null;
  const { practitioner, groups, scopeCenters } = found;
  return {
    ...rowOf(found),
    practitioner: practitioner && {
      id: practitioner.id,
      name: `${practitioner.firstName} ${practitioner.lastName}`,
      active: practitioner.status === "ACTIVE",
    },
    groups: groups.map(({ group }) => group.name),
    centers: scopeCenters.map(({ center }) => center.name),
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
