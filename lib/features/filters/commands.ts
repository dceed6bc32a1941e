import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { parseFilter } from "./addresses/rules";
import {
  type deleteFilterInput,
  FILTERED_LISTS,
  type replaceFilterInput,
  type SavedQuery,
  type saveFilterInput,
  type shareFilterInput,
} from "./saved/schema";
import { savedFiltersOf } from "./scope";

/** Keeps a filter under a name. Answers its id. */
export async function saveFilter(actor: Actor, input: z.output<typeof saveFilterInput>): Promise<string> {
  const { list, name, shared, ...query } = input;
  checkReadable(query);
  if (actor.kind !== "account") refuse("not_permitted", "refusals.notPermitted");
  const id = newId();
  await inTransaction(async (tx) => {
    const mine = { list, ownerId: actor.accountId };
    if (await tx.savedFilter.findFirst({ where: { ...mine, name }, select: { id: true } })) {
      refuse("name_taken", "saved-filters.refusals.nameTaken", { field: "name", values: { name } });
    }
    await tx.savedFilter.create({ data: { id, ...mine, name, shared, query }, select: { id: true } });
    await record(tx, actor, {
      kind: "filter.saved",
      subject: { kind: "saved-filter", id },
      data: { list, name, shared },
    });
  });
  return id;
}

/** Puts what is shown now in the place of a saved filter. */
export async function replaceFilter(
  actor: Actor,
  { id, ...query }: z.output<typeof replaceFilterInput>,
): Promise<void> {
  checkReadable(query);
  await inTransaction(async (tx) => {
    const filter = await findOwn(tx, actor, id);
    await tx.savedFilter.update({ where: { id }, data: { query }, select: { id: true } });
    await record(tx, actor, { kind: "filter.saved", subject: { kind: "saved-filter", id }, data: filter });
  });
}

/** Lets everybody use a saved filter, or nobody else again. */
export async function shareFilter(actor: Actor, { id, shared }: z.output<typeof shareFilterInput>): Promise<void> {
  await inTransaction(async (tx) => {
    const filter = await findOwn(tx, actor, id);
    await tx.savedFilter.update({ where: { id }, data: { shared }, select: { id: true } });
    const data = { ...filter, shared };
    await record(tx, actor, { kind: "filter.saved", subject: { kind: "saved-filter", id }, data });
  });
}

/** Forgets a saved filter. Answers the list it belonged to. */
export async function deleteFilter(
  actor: Actor,
  { id }: z.output<typeof deleteFilterInput>,
): Promise<(typeof FILTERED_LISTS)[number]> {
  return inTransaction(async (tx) => {
    const { list, name } = await findOwn(tx, actor, id);
    await tx.savedFilter.delete({ where: { id }, select: { id: true } });
    await record(tx, actor, { kind: "filter.deleted", subject: { kind: "saved-filter", id }, data: { list, name } });
    return FILTERED_LISTS.find((each) => each === list) ?? "clients";
  });
}

async function findOwn(tx: Tx, actor: Actor, id: string) {
  if (actor.kind !== "account") refuse("not_found", "refusals.notFound");
  const where = { AND: [{ id }, savedFiltersOf(actor)] };
  const filter = await tx.savedFilter.findFirst({ where, select: { list: true, name: true, shared: true } });
  return filter ?? refuse("not_found", "refusals.notFound");
}

/** What cannot be read back is not kept: it would silently let everything through. */
function checkReadable({ filter }: SavedQuery): void {
  if (filter !== "" && parseFilter(filter) === null) refuse("unreadable_filter", "filters.problem.unreadable");
}
