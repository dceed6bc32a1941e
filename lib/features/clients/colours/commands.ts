import "server-only";
import { clientsWhere } from "@/lib/features/clients/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import type { PickColourInput } from "./schema";

/** Gives a client a colour in one's own calendar, or takes it away; nobody else's view changes. */
export async function pickColour(actor: Actor, { clientId, colour }: PickColourInput): Promise<void> {
  if (actor.kind !== "account") refuse("not_found", "refusals.notFound");
  const key = { accountId: actor.accountId, clientId };
  await inTransaction(async (tx) => {
    const found = await tx.client.count({ where: { AND: [{ id: clientId }, clientsWhere(actor)] } });
    if (found === 0) refuse("not_found", "refusals.notFound");
    if (colour === null) await tx.clientColour.deleteMany({ where: key });
    else
      await tx.clientColour.upsert({
        where: { accountId_clientId: key },
        create: { ...key, colour },
        update: { colour },
        select: { colour: true },
      });
    await record(tx, actor, { kind: "client.colour-picked", subject: { kind: "client", id: clientId }, data: {} });
  });
}
