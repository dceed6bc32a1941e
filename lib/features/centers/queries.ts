import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { isId } from "@/lib/values/id";
import type { CenterRecord } from "./schema";
import { centersVisibleTo } from "./scope";

const select = {
  id: true,
  name: true,
  addressLine1: true,
  addressLine2: true,
  city: true,
  state: true,
  postalCode: true,
  phone: true,
  email: true,
  website: true,
  timeZone: true,
  archivedAt: true,
  _count: { select: { clients: { where: { deletedAt: null } } } },
} as const;

type Found = Omit<CenterRecord, "archived" | "clientCount"> & { archivedAt: Date | null; _count: { clients: number } };

function recordOf({ archivedAt, _count, ...fields }: Found): CenterRecord {
  return { ...fields, archived: archivedAt !== null, clientCount: _count.clients };
}

/** All centers by name, the archived ones last. */
export async function listCenters(actor: Actor): Promise<CenterRecord[]> {
  const found = await db.center.findMany({
    where: centersVisibleTo(actor),
    orderBy: [{ archivedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }],
    take: 1_000,
    select,
  });
  return found.map(recordOf);
}

export async function findCenter(actor: Actor, centerId: string): Promise<CenterRecord | null> {
  if (!isId(centerId)) return null;
  const found = await db.center.findFirst({ where: { AND: [{ id: centerId }, centersVisibleTo(actor)] }, select });
  return found && recordOf(found);
}
