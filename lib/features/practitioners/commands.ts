import "server-only";
import { findLanguages } from "@/lib/features/settings/coded-lists/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { requireCenter } from "@/lib/platform/access/centers-seen";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { deleteStoredFile } from "@/lib/platform/files/store";
import { storeUpload } from "@/lib/platform/files/upload";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { fullName } from "@/lib/values/person-name";
import { keptPhone } from "@/lib/values/phone";
import { sql } from "@/lib/values/sql";
import type { CreatePractitionerInput, EditPractitionerInput } from "./schema";
import { practitionersVisibleTo } from "./scope";

/** Adds somebody who delivers sessions. Answers the id. */
export async function createPractitioner(actor: Actor, input: CreatePractitionerInput): Promise<string> {
  const id = newId();
  requireCenter(actor, "practitioners", input.centerId);
  await inTransaction(async (tx) => {
    await checkLanguages(tx, input.languages, null);
    const { serviceIds: _, photo: __, removePhoto: ___, ...fields } = input;
    await tx.practitioner.create({ data: { ...fields, id, phone: keptPhone(input.phone) }, select: { id: true } });
    await keepBeside(tx, id, input);
    const data = { name: fullName(input) };
    await record(tx, actor, { kind: "practitioner.created", subject: { kind: "practitioner", id }, data });
  });
  return id;
}

/** Changes a practitioner; an inactive one keeps past sessions and clients and is offered for nothing new. */
export async function editPractitioner(
  actor: Actor,
  { practitionerId, serviceIds, photo, removePhoto, ...fields }: EditPractitionerInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await findShown(tx, actor, practitionerId);
    requireCenter(actor, "practitioners", fields.centerId);
    await checkLanguages(tx, fields.languages, practitionerId);
    await tx.practitioner.update({
      where: { id: practitionerId },
      data: { ...fields, phone: keptPhone(fields.phone) },
      select: { id: true },
    });
    await keepBeside(tx, practitionerId, { serviceIds, photo, removePhoto });
    const changes = changesBetween(before, await findShown(tx, actor, practitionerId));
    const subject = { kind: "practitioner", id: practitionerId };
    if (changes) {
      await record(tx, actor, { kind: "practitioner.edited", subject, data: { name: fullName(fields), changes } });
    }
  });
}

const MAX_PHOTO_BYTES = 2_000_000;

type Beside = Pick<CreatePractitionerInput, "serviceIds" | "photo" | "removePhoto">;

/** What a practitioner's form says beyond their own row: services, and the picture by its content. */
async function keepBeside(tx: Tx, practitionerId: string, { serviceIds, photo, removePhoto }: Beside): Promise<void> {
  const wanted = [...new Set(serviceIds)];
  if ((await tx.service.count({ where: { id: { in: wanted } } })) !== wanted.length)
    refuse("unknown_service", "validation.id", { field: "serviceIds" });
  await tx.practitionerService.deleteMany({ where: { practitionerId } });
  await tx.practitionerService.createMany({ data: wanted.map((serviceId) => ({ practitionerId, serviceId })) });
  const isNew = photo !== undefined && photo.size > 0;
  if (!isNew && !removePhoto) return;
  const before = await tx.practitioner.findUniqueOrThrow({
    where: { id: practitionerId },
    select: { photoFileId: true },
  });
  const limits = { allow: ["png", "jpg"], maxBytes: MAX_PHOTO_BYTES, field: "photo" } as const;
  const photoFileId = isNew ? (await storeUpload(tx, photo, limits)).id : null;
  await tx.practitioner.update({ where: { id: practitionerId }, data: { photoFileId }, select: { id: true } });
  if (before.photoFileId) await deleteStoredFile(tx, before.photoFileId);
}

/** Only languages of the list; one that was archived stays with who has it. */
async function checkLanguages(tx: Tx, asked: readonly string[], ownId: string | null): Promise<void> {
  const known = await rows(
    sql`select 1 as one from languages where identifier::text = any(${[...asked]}::text[]) and (archived_at is null
      or identifier::text in (select unnest(p.languages) from practitioners p where p.id = ${ownId}::uuid)) limit 500`,
    tx,
  );
  if (known.length !== new Set(asked).size) refuse("unknown_language", "validation.id", { field: "languages" });
}

/** Offers an inactive practitioner for new work again. */
export async function reactivatePractitioner(
  actor: Actor,
  { practitionerId }: { practitionerId: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    await findShown(tx, actor, practitionerId);
    await setPractitionerStatus(tx, actor, { practitionerId, status: "ACTIVE" });
  });
}

/** Whether a practitioner is offered for new work; past sessions and clients keep the name either way. */
export async function setPractitionerStatus(
  tx: Tx,
  actor: Actor,
  { practitionerId: id, status }: { practitionerId: string; status: "ACTIVE" | "INACTIVE" },
): Promise<void> {
  const from = status === "ACTIVE" ? "INACTIVE" : "ACTIVE";
  const { count } = await tx.practitioner.updateMany({ where: { id, status: from }, data: { status } });
  if (count === 0) return;
  const named = await tx.practitioner.findUniqueOrThrow({ where: { id }, select: { firstName: true, lastName: true } });
  const data = { name: fullName(named), changes: { status: { from, to: status } } };
  await record(tx, actor, { kind: "practitioner.edited", subject: { kind: "practitioner", id }, data });
}

async function findShown(tx: Tx, actor: Actor, id: string): Promise<Record<string, unknown>> {
  const found = await tx.practitioner.findFirst({
    where: { AND: [{ id }, practitionersVisibleTo(actor)] },
    select: {
      firstName: true,
      lastName: true,
      email: true,
      phone: true,
      title: true,
      status: true,
      skills: true,
      languages: true,
      photoFileId: true,
      services: { orderBy: { service: { name: "asc" } }, select: { service: { select: { name: true } } } },
      center: { select: { name: true } },
    },
  });
  if (!found) refuse("not_found", "refusals.notFound");
  const { photoFileId, services, center, languages: spoken, ...shown } = found;
  const languages = (await findLanguages(spoken, tx)).map(({ name }) => name);
  const names = services.map(({ service }) => service.name);
  return { ...shown, languages, center: center?.name ?? null, services: names, photo: photoFileId !== null };
}
