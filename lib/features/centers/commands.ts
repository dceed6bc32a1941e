import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { deleteStoredFile } from "@/lib/platform/files/store";
import { storeUpload } from "@/lib/platform/files/upload";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { keptPhone } from "@/lib/values/phone";
import { type CreateCenterInput, type EditCenterInput, MAX_LOGO_BYTES } from "./schema";
import { centersVisibleTo } from "./scope";

/** Adds a center. Answers its id. */
export async function createCenter(actor: Actor, input: CreateCenterInput): Promise<string> {
  const id = newId();
  await inTransaction(async (tx) => {
    await checkName(tx, input.name, null);
    await tx.center.create({ data: { ...input, id, phone: keptPhone(input.phone) }, select: { id: true } });
    const data = { name: input.name };
    await record(tx, actor, { kind: "center.created", subject: { kind: "center", id }, data });
  });
  return id;
}

/** Changes a center. An archived one keeps its clients and is offered for nothing new. */
export async function editCenter(
  actor: Actor,
  { centerId, archived, logo, removeLogo, ...fields }: EditCenterInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const where = { AND: [{ id: centerId }, centersVisibleTo(actor)] };
    const before = await tx.center.findFirst({ where });
    if (!before) refuse("not_found", "refusals.notFound");
    await checkName(tx, fields.name, centerId);
    const archivedAt = archived ? (before.archivedAt ?? now()) : null;
    await tx.center.update({
      where: { id: centerId },
      data: { ...fields, phone: keptPhone(fields.phone), archivedAt },
      select: { id: true },
    });
    const logoFileId = await keepLogo(tx, { centerId, before: before.logoFileId, logo, removeLogo });
    const shown = { ...before, archived: before.archivedAt !== null, logo: before.logoFileId };
    const after = { ...fields, phone: keptPhone(fields.phone), archived, logo: logoFileId };
    const changes = changesBetween<Record<string, unknown>>(shown, after);
    const subject = { kind: "center", id: centerId };
    if (changes) await record(tx, actor, { kind: "center.edited", subject, data: { name: fields.name, changes } });
  });
}

/** What a center's picture may be. */
export const LOGO_LIMITS = { allow: ["png", "jpg"], maxBytes: MAX_LOGO_BYTES } as const;

type Logo = Pick<EditCenterInput, "centerId" | "logo" | "removeLogo"> & { before: string | null };

/** Keeps, replaces or removes the picture of a center. Answers the file it is now. */
export async function keepLogo(tx: Tx, { centerId, before, logo, removeLogo }: Logo): Promise<string | null> {
  const isNew = logo !== undefined && logo.size > 0;
  if (!isNew && !removeLogo) return before;
  const logoFileId = isNew ? (await storeUpload(tx, logo, { ...LOGO_LIMITS, field: "logo" })).id : null;
  await tx.center.update({ where: { id: centerId }, data: { logoFileId }, select: { id: true } });
  if (before) await deleteStoredFile(tx, before);
  return logoFileId;
}

async function checkName(tx: Tx, name: string, ownId: string | null): Promise<void> {
  const other = await tx.center.findUnique({ where: { name }, select: { id: true } });
  if (other && other.id !== ownId) refuse("name_taken", "practitioners.refusals.centerNameTaken", { field: "name" });
}
