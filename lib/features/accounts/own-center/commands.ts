import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import type { chooseCenterInput } from "./schema";

/** Says where one works oneself: whose tasks are "my center's", and by which clock one is reminded. It opens no door. */
export async function chooseCenter(actor: Actor, { centerId }: z.output<typeof chooseCenterInput>): Promise<void> {
  if (actor.kind !== "account") refuse("not_found", "refusals.notFound");
  await inTransaction(async (tx) => {
    const where = { id: centerId ?? "", archivedAt: null };
    const center = centerId ? await tx.center.findFirst({ where, select: { name: true } }) : null;
    if (centerId && !center) refuse("unknown_center", "validation.id", { field: "centerId" });
    await tx.account.update({ where: { id: actor.accountId }, data: { centerId }, select: { id: true } });
    const subject = { kind: "account", id: actor.accountId };
    await record(tx, actor, { kind: "account.center-chosen", subject, data: { center: center?.name ?? null } });
  });
}
