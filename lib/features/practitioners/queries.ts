import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { isId } from "@/lib/values/id";
import { fullName } from "@/lib/values/person-name";
import type { PractitionerRecord, PractitionerRow, PractitionerStatus } from "./schema";
import { practitionersVisibleTo } from "./scope";

const MOST = 1_000;

const select = {
  id: true,
  firstName: true,
  lastName: true,
  title: true,
  email: true,
  phone: true,
  status: true,
  centerId: true,
  center: { select: { name: true } },
  account: { select: { email: true } },
  _count: { select: { clients: { where: { deletedAt: null } } } },
} as const;

type Found = {
  id: string;
  firstName: string;
  lastName: string;
  title: string | null;
  email: string | null;
  phone: string | null;
  status: PractitionerStatus;
  centerId: string | null;
  center: { name: string } | null;
  account: { email: string } | null;
  _count: { clients: number };
};

function recordOf({ center, account, _count, ...fields }: Found): PractitionerRecord {
  const name = fullName(fields);
  return {
    ...fields,
    name,
    center: center?.name ?? null,
    accountEmail: account?.email ?? null,
    clientCount: _count.clients,
  };
}

/** Practitioners by name; an organization has few enough for one page. */
export async function listPractitioners(
  actor: Actor,
  { status }: { status: "active" | "inactive" | "all" },
): Promise<PractitionerRow[]> {
  const wanted = status === "all" ? {} : { status: status === "active" ? ("ACTIVE" as const) : ("INACTIVE" as const) };
  const found = await db.practitioner.findMany({
    where: { AND: [practitionersVisibleTo(actor), wanted] },
    orderBy: [{ lastName: "asc" }, { firstName: "asc" }, { id: "asc" }],
    take: MOST,
    select,
  });
  return found.map(recordOf);
}

export async function findPractitioner(actor: Actor, practitionerId: string): Promise<PractitionerRecord | null> {
  if (!isId(practitionerId)) return null;
  const where = { AND: [{ id: practitionerId }, practitionersVisibleTo(actor)] };
  const found = await db.practitioner.findFirst({ where, select });
  return found && recordOf(found);
}
