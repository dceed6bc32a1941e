import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { requireCenter } from "@/lib/platform/access/centers-seen";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { fullName } from "@/lib/values/person-name";
import { keptPhone } from "@/lib/values/phone";
import type { CreatePractitionerInput, EditPractitionerInput } from "./schema";
import { practitionersVisibleTo } from "./scope";

/** Adds somebody who delivers sessions. Answers the id. */
export async function createPractitioner(actor: Actor, input: CreatePractitionerInput): Promise<string> {
  const id = newId();
  requireCenter(actor, "practitioners", input.centerId);
  await inTransaction(async (tx) => {
    await tx.practitioner.create({ data: { ...input, id, phone: keptPhone(input.phone) }, select: { id: true } });
    const data = { name: fullName(input) };
    await record(tx, actor, { kind: "practitioner.created", subject: { kind: "practitioner", id }, data });
  });
  return id;
}

/** Changes a practitioner; an inactive one keeps past sessions and clients and is offered for nothing new. */
export async function editPractitioner(
  actor: Actor,
  { practitionerId, ...fields }: EditPractitionerInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await findShown(tx, actor, practitionerId);
    requireCenter(actor, "practitioners", fields.centerId);
    await tx.practitioner.update({
      where: { id: practitionerId },
      data: { ...fields, phone: keptPhone(fields.phone) },
      select: { id: true },
    });
    const changes = changesBetween(before, await findShown(tx, actor, practitionerId));
    const subject = { kind: "practitioner", id: practitionerId };
    if (changes) {
      await record(tx, actor, { kind: "practitioner.edited", subject, data: { name: fullName(fields), changes } });
    }
  });
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
      center: { select: { name: true } },
    },
  });
  if (!found) refuse("not_found", "refusals.notFound");
  return { ...found, center: found.center?.name ?? null };
}
