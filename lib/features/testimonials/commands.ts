import "server-only";
import { clientsWhere } from "@/lib/features/clients/scope";
import type { AccountActor, Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { findTestimonial } from "./queries";
import type { EditTestimonialInput, TestimonialFields, TestimonialView } from "./schema";

const about = (id: string) => ({ kind: "testimonial", id });

/** Writes down what somebody said; nobody outside sees it before it is published. @throws {RefusalError} client_gone */
export async function addTestimonial(actor: Actor, fields: TestimonialFields): Promise<string> {
  const id = newId();
  await inTransaction(async (tx) => {
    await refuseUnknownClient(tx, actor, fields.clientId);
    await tx.testimonial.create({ data: { id, ...fields }, select: { id: true } });
    await record(tx, actor, { kind: "testimonial.added", subject: about(id), data: { author: fields.author } });
  });
  return id;
}

/** @throws {RefusalError} not_found, changed_meanwhile, client_gone */
export async function editTestimonial(actor: Actor, input: EditTestimonialInput): Promise<void> {
  const { testimonialId, version, ...fields } = input;
  await inTransaction(async (tx) => {
    const { client, quote, author } = await found(tx, actor, testimonialId);
    if (fields.clientId !== client?.id) await refuseUnknownClient(tx, actor, fields.clientId);
    const where = { id: testimonialId, version };
    const { count } = await tx.testimonial.updateMany({ where, data: { ...fields, version: { increment: 1 } } });
    if (count === 0) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    const changes = changesBetween<Record<string, unknown>>({ quote, author, clientId: client?.id ?? null }, fields);
    if (!changes) return;
    const data = { author: fields.author, changes };
    await record(tx, actor, { kind: "testimonial.edited", subject: about(testimonialId), data });
  });
}

/** From now on programs with the right key can read it. @throws {RefusalError} not_found */
export function publishTestimonial(actor: Actor, { testimonialId }: { testimonialId: string }): Promise<void> {
  return show(actor, testimonialId, now());
}

/** Takes it out of the API again; a web site that kept a copy keeps it. @throws {RefusalError} not_found */
export function withdrawTestimonial(actor: Actor, { testimonialId }: { testimonialId: string }): Promise<void> {
  return show(actor, testimonialId, null);
}

async function show(actor: Actor, id: string, publishedAt: Date | null): Promise<void> {
  await inTransaction(async (tx) => {
    const { author } = await found(tx, actor, id);
    const where = { id, publishedAt: publishedAt ? null : { not: null } };
    const { count } = await tx.testimonial.updateMany({ where, data: { publishedAt } });
    const kind = publishedAt ? "testimonial.published" : "testimonial.withdrawn";
    if (count > 0) await record(tx, actor, { kind, subject: about(id), data: { author } });
  });
}

/** @throws {RefusalError} not_found */
export async function deleteTestimonial(actor: Actor, { testimonialId }: { testimonialId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const { author } = await found(tx, actor, testimonialId);
    await tx.testimonial.deleteMany({ where: { id: testimonialId } });
    await record(tx, actor, { kind: "testimonial.deleted", subject: about(testimonialId), data: { author } });
  });
}

async function found(tx: Tx, actor: Actor, id: string): Promise<TestimonialView> {
  const testimonial = await findTestimonial(actor as AccountActor, id, tx);
  if (!testimonial) refuse("not_found", "refusals.notFound");
  return testimonial;
}

async function refuseUnknownClient(tx: Tx, actor: Actor, id: string | null): Promise<void> {
  if (id === null) return;
  const client = await tx.client.findFirst({ where: { AND: [{ id }, clientsWhere(actor)] }, select: { id: true } });
  if (!client) refuse("client_gone", "refusals.notFound", { field: "clientId" });
}
