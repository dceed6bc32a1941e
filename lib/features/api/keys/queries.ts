import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db, type Prisma } from "@/lib/platform/db/db";
import { fullName } from "@/lib/values/person-name";
import { scopesOf, stateOf } from "./rules";
import { grants, type KeyRow } from "./schema";

const SHOWN = 200;

const KEY = {
  id: true,
  name: true,
  hint: true,
  grants: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
  accountId: true,
  account: { select: { firstName: true, lastName: true, status: true, role: true } },
} as const satisfies Prisma.ApiKeySelect;

/** Every key there was, the newest first. */
export async function listKeys(_actor: AccountActor): Promise<KeyRow[]> {
  const found = await db.apiKey.findMany({ orderBy: { id: "desc" }, take: SHOWN, select: KEY });
  const at = now();
  return found.map(({ account, accountId: _, grants: granted, revokedAt, ...key }) => ({
    ...key,
    scopes: scopesOf(grants.parse(granted)),
    madeBy: fullName(account),
    state: stateOf({ revokedAt, expiresAt: key.expiresAt, owner: account }, at),
  }));
}

/** A key by the hash of what was shown, whatever became of it. */
export async function findKey(tokenHash: string) {
  const found = await db.apiKey.findUnique({ where: { tokenHash }, select: KEY });
  if (!found) return null;
  const { account, revokedAt, expiresAt, ...key } = found;
  const state = stateOf({ revokedAt, expiresAt, owner: account }, now());
  return { id: key.id, name: key.name, accountId: key.accountId, grants: grants.parse(key.grants), state };
}
