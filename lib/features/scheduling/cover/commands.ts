import "server-only";
import { settleRequests } from "@/lib/features/scheduling/cover/requests/commands";
import { giveSession } from "@/lib/features/scheduling/sessions/changing/commands";
import { bookingTransaction } from "@/lib/features/scheduling/sessions/slots/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { RefusalError, refuse } from "@/lib/platform/refusal";
import { findCover } from "./queries";
import type { HandOverInput } from "./schema";

/**
 * Hands sessions of somebody who is away over to a colleague: one, or every affected one the colleague is free for. Each is
 * a change of its own, so that one that somebody took meanwhile keeps none of the others.
 * @returns how many they have now, and how many of those that were meant they could not be given.
 * @throws {RefusalError} not_found, nobody_fits, and of a single session what `giveSession` answers
 */
export async function handOver(
  actor: Actor,
  { practitionerId, sessionId, toId }: HandOverInput,
): Promise<{ done: number; refused: number }> {
  if (sessionId) {
    await handOne(actor, { sessionId, fromId: practitionerId, toId });
    return { done: 1, refused: 0 };
  }
  const cover = await findCover(actor, practitionerId);
  if (!cover) refuse("not_found", "refusals.notFound");
  const meant = cover.sessions.filter(({ id }) => cover.freeFor.get(id)?.some((free) => free.id === toId));
  if (meant.length === 0) refuse("nobody_fits", "cover.refusals.nobodyFits");
  let done = 0;
  for (const { id } of meant) if (await handedOver(actor, { sessionId: id, fromId: practitionerId, toId })) done += 1;
  return { done, refused: meant.length - done };
}

type One = { sessionId: string; fromId: string; toId: string };

async function handOne(actor: Actor, one: One): Promise<void> {
  await bookingTransaction(async (tx) => {
    await giveSession(tx, actor, one);
    await settleRequests(tx, actor, one);
  });
}

/** Whether it could be; what stands against it stays to be seen beside the session. */
async function handedOver(actor: Actor, one: One): Promise<boolean> {
  try {
    await handOne(actor, one);
    return true;
  } catch (error) {
    if (error instanceof RefusalError) return false;
    throw error;
  }
}
