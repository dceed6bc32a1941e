import "server-only";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/platform/access/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { env } from "@/lib/platform/env";
import { readStoredFile } from "@/lib/platform/files/store";
import { isBrandColour } from "@/lib/values/brand-colour";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { letterBrand } from "./rules";
import type { CenterMail, CenterRecord } from "./schema";
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
  replyTo: true,
  colour: true,
  logoFileId: true,
  ownAgreement: true,
  archivedAt: true,
  _count: { select: { clients: { where: { deletedAt: null } }, practitioners: { where: { status: "ACTIVE" } } } },
} as const;

type Found = Omit<CenterRecord, "archived" | "clientCount" | "practitionerCount" | "colour" | "hasLogo"> & {
  colour: string | null;
  logoFileId: string | null;
  archivedAt: Date | null;
  _count: { clients: number; practitioners: number };
};

function recordOf({ archivedAt, colour, logoFileId, _count, ...fields }: Found): CenterRecord {
  return {
    ...fields,
    colour: isBrandColour(colour) ? colour : null,
    hasLogo: logoFileId !== null,
    archived: archivedAt !== null,
    clientCount: _count.clients,
    practitionerCount: _count.practitioners,
  };
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

/** The picture a center shows in public. */
export async function findLogo(centerId: string) {
  if (!isId(centerId)) return null;
  const found = await db.center.findUnique({ where: { id: centerId }, select: { logoFileId: true } });
  return found?.logoFileId ? readStoredFile(db, found.logoFileId) : null;
}

/** The address under which mail programs and browsers find a center's logo. */
export const logoAddress = (centerId: string) => new URL(paths.api.centerLogo(centerId), env().APP_ORIGIN).href;

/** What a mail about a client of this center wears; the organization's plain look where none is named. */
export async function findCenterMail(tx: Tx, centerId: string | null | undefined): Promise<CenterMail> {
  const found = centerId
    ? await tx.center.findUnique({
        where: { id: centerId },
        select: { name: true, colour: true, logoFileId: true, replyTo: true },
      })
    : null;
  if (!found || !centerId) return { brand: null, replyTo: null };
  const { name, colour, logoFileId, replyTo } = found;
  return { brand: letterBrand({ name, colour, hasLogo: logoFileId !== null }, logoAddress(centerId)), replyTo };
}

/** The one center that all of a contact's clients belong to; null where there are several, or none. */
export async function findCenterOfContact(tx: Tx, contactId: string): Promise<string | null> {
  const found = await rows<{ id: string }>(
    sql`select distinct c.center_id as id from relationships r join clients c on c.id = r.client_id and c.deleted_at is null
      where r.contact_id = ${contactId}::uuid limit 2`,
    tx,
  );
  const [only, second] = found;
  return only && !second ? only.id : null;
}
