import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { readRights } from "@/lib/platform/access/rights";
import { db, type Tx } from "@/lib/platform/db/db";
import { isId } from "@/lib/values/id";
import { fullName } from "@/lib/values/person-name";
import type { GroupRecord, GroupRow } from "./schema";

const SHOWN = 200;

/** Every group, those of the roles first. */
export async function listGroups(_actor: AccountActor): Promise<GroupRow[]> {
  const found = await db.rightsGroup.findMany({
    orderBy: [{ defaultFor: { sort: "asc", nulls: "last" } }, { name: "asc" }],
    take: SHOWN,
    select: { id: true, name: true, description: true, defaultFor: true, _count: { select: { members: true } } },
  });
  return found.map(({ _count, ...group }) => ({ ...group, members: _count.members }));
}

/** One group with its rights and who belongs to it. */
export async function findGroup(_actor: AccountActor, groupId: string, tx: Tx = db): Promise<GroupRecord | null> {
  if (!isId(groupId)) return null;
  const found = await tx.rightsGroup.findUnique({
    where: { id: groupId },
    select: {
      id: true,
      name: true,
      description: true,
      defaultFor: true,
      version: true,
      rights: true,
      members: {
        orderBy: { account: { lastName: "asc" } },
        take: SHOWN,
        select: { account: { select: { id: true, firstName: true, lastName: true, status: true } } },
      },
    },
  });
  if (!found) return null;
  const members = found.members.map(({ account }) => ({
    id: account.id,
    name: fullName(account),
    active: account.status === "ACTIVE",
  }));
  return { ...found, rights: readRights(found.rights), members };
}
