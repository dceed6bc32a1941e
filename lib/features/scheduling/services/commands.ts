import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { holdEntry, type NamedList, recordEdit, takePlace } from "@/lib/platform/named-list/commands";
import { sql } from "@/lib/values/sql";
import type { AddServiceInput, EditServiceInput } from "./schema";

/** The kinds of work that are sold. What was done with an archived one stays as it is. */
export const SERVICES: NamedList = {
  table: sql`services`,
  key: "services",
  subject: "service",
  edited: "service.edited",
  nameTaken: "services.refusals.nameTaken",
};

/** Adds a kind of work. */
export async function addService(actor: Actor, input: AddServiceInput): Promise<void> {
  await inTransaction(async (tx) => {
    const place = await takePlace(tx, SERVICES, input.name);
    await tx.service.create({ data: { ...input, ...place }, select: { id: true } });
    await record(tx, actor, {
      kind: "service.created",
      subject: { kind: "service", id: place.id },
      data: { name: input.name },
    });
  });
}

/** Renames a kind of work, or changes how long it takes and costs by default; work already done keeps what it was. */
export async function editService(actor: Actor, { entryId: id, ...fields }: EditServiceInput): Promise<void> {
  await inTransaction(async (tx) => {
    await holdEntry(tx, SERVICES, { id, name: fields.name });
    const select = { name: true, defaultMinutes: true, defaultRateCents: true };
    const before = await tx.service.findUniqueOrThrow({ where: { id }, select });
    await tx.service.update({ where: { id }, data: fields, select: { id: true } });
    const changes = changesBetween<Record<string, unknown>>(before, fields);
    await recordEdit(tx, actor, SERVICES, { id, name: fields.name, changes });
  });
}
