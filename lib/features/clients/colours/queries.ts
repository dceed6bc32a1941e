import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { CLIENT_COLOURS, type ClientColour } from "./rules";

/** The colours this person picked for clients, by client id: never anybody else's (S3-43). */
export async function findColours(
  actor: AccountActor,
  clientIds: readonly string[],
): Promise<Map<string, ClientColour>> {
  const picked = await db.clientColour.findMany({
    where: { accountId: actor.accountId, clientId: { in: [...clientIds] } },
    select: { clientId: true, colour: true },
  });
  return new Map(
    picked.flatMap(({ clientId, colour }) => {
      const known = CLIENT_COLOURS.find((name) => name === colour);
      return known ? [[clientId, known] as const] : [];
    }),
  );
}
