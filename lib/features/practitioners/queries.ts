import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { readStoredFile } from "@/lib/platform/files/store";
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
  account: { select: { id: true, email: true, status: true } },
  _count: { select: { clients: { where: { deletedAt: null } } } },
} as const;

const more = {
  skills: true,
  languages: true,
  photoFileId: true,
  services: { orderBy: { service: { name: "asc" } }, select: { service: { select: { id: true, name: true } } } },
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
  account: { id: string; email: string; status: string } | null;
  _count: { clients: number };
};

function rowOf({ center, account, _count, ...fields }: Found) {
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
  return found.map(rowOf);
}

export async function findPractitioner(actor: Actor, practitionerId: string): Promise<PractitionerRecord | null> {
  if (!isId(practitionerId)) return null;
  const where = { AND: [{ id: practitionerId }, practitionersVisibleTo(actor)] };
  const found = await db.practitioner.findFirst({ where, select: { ...select, ...more } });
  if (!found) return null;
  const { skills, languages, photoFileId, services, ...row } = found;
  return {
    ...rowOf(row),
    accountId: row.account?.id ?? null,
    accountActive: row.account?.status === "ACTIVE",
    skills,
    languages,
    services: services.map(({ service }) => service),
    hasPhoto: photoFileId !== null,
  };
}

/** The picture of a practitioner, for whom may see the record. */
export async function findPhoto(actor: Actor, practitionerId: string) {
  if (!isId(practitionerId)) return null;
  const where = { AND: [{ id: practitionerId }, practitionersVisibleTo(actor)] };
  const found = await db.practitioner.findFirst({ where, select: { photoFileId: true } });
  return found?.photoFileId ? readStoredFile(db, found.photoFileId) : null;
}

/** Services that can be chosen for a practitioner, and those that were. */
export async function listServiceChoices(_actor: Actor, chosen: readonly string[]) {
  return db.service.findMany({
    where: { OR: [{ archivedAt: null }, { id: { in: [...chosen] } }] },
    orderBy: { name: "asc" },
    take: MOST,
    select: { id: true, name: true },
  });
}
