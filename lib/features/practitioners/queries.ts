import "server-only";
import { languagesOf } from "@/lib/features/settings/coded-lists/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { readStoredFile } from "@/lib/platform/files/store";
import { isId } from "@/lib/values/id";
import { fullName } from "@/lib/values/person-name";
import { sql } from "@/lib/values/sql";
import type { PractitionerRecord, PractitionerRow, PractitionerStatus } from "./schema";
import { practitionersSeenBy, practitionersVisibleTo } from "./scope";

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
  { status, center }: { status: "active" | "inactive" | "all"; center?: string },
): Promise<PractitionerRow[]> {
  const wanted = status === "all" ? {} : { status: status === "active" ? ("ACTIVE" as const) : ("INACTIVE" as const) };
  const found = await db.practitioner.findMany({
    where: { AND: [practitionersVisibleTo(actor), wanted, center ? { centerId: center } : {}] },
    orderBy: [{ lastName: "asc" }, { firstName: "asc" }, { id: "asc" }],
    take: MOST,
    select,
  });
  return found.map(rowOf);
}

/** One practitioner with everything the record shows, in one query; null for whom it is not there. */
export async function findPractitioner(actor: Actor, practitionerId: string): Promise<PractitionerRecord | null> {
  if (!isId(practitionerId)) return null;
  const [found] = await rows<PractitionerRecord>(sql`
    select p.id, p.first_name as "firstName", p.last_name as "lastName", p.first_name || ' ' || p.last_name as name, p.title,
      p.email::text as email, p.phone, p.status::text as status, p.center_id as "centerId", ce.name::text as center,
      a.id as "accountId", a.email::text as "accountEmail", coalesce(a.status = 'ACTIVE', false) as "accountActive",
      p.skills, ${languagesOf(sql`p`)} as languages, p.photo_file_id is not null as "hasPhoto",
      (select count(*)::int from clients c where c.practitioner_id = p.id and c.deleted_at is null) as "clientCount",
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name)
        from practitioner_services ps join services s on s.id = ps.service_id where ps.practitioner_id = p.id), '[]') as services
    from practitioners p left join centers ce on ce.id = p.center_id left join accounts a on a.id = p.account_id
    where p.id = ${practitionerId}::uuid and ${practitionersSeenBy(actor)}`);
  return found ?? null;
}

/** The picture of a practitioner, for whom may see the record. */
export async function findPhoto(actor: Actor, practitionerId: string) {
  if (!isId(practitionerId)) return null;
  const where = { AND: [{ id: practitionerId }, practitionersVisibleTo(actor)] };
  const found = await db.practitioner.findFirst({ where, select: { photoFileId: true } });
  return found?.photoFileId ? readStoredFile(db, found.photoFileId) : null;
}

/** Services that can be chosen for a practitioner, and those that were. */
export async function listServiceChoices(_actor: Actor, chosen: readonly { id: string }[]) {
  return db.service.findMany({
    where: { OR: [{ archivedAt: null }, { id: { in: chosen.map(({ id }) => id) } }] },
    orderBy: { name: "asc" },
    take: MOST,
    select: { id: true, name: true },
  });
}
