import "server-only";
import type { ContactFollowers } from "@/lib/features/contacts/merges/schema";
import type { Tx } from "@/lib/platform/db/db";
import type { AppliedRow, UndoResult } from "@/lib/platform/operation/handler";
import { undoTraced } from "@/lib/platform/operation/undo-traced";

/** Puts back what a merge of contacts changed; a seat given up has to be free to be taken again. */
export async function undoWithSeats(
  tx: Tx,
  batch: readonly AppliedRow[],
  followers: ContactFollowers,
): Promise<UndoResult[]> {
  const seated = await givenUpSeats(tx, batch);
  const results = await undoTraced(
    tx,
    batch.filter(({ id }) => !seated.has(id)),
  );
  for (const row of batch) {
    const eventId = seated.get(row.id);
    if (eventId) results.push(await retakeSeat(tx, { row, eventId, followers }));
  }
  return results;
}

/** Rows that cancelled a confirmed place which is cancelled still, with the event. */
async function givenUpSeats(tx: Tx, batch: readonly AppliedRow[]): Promise<Map<string, string>> {
  const places = batch.flatMap(({ id, before }) =>
    Object.entries(before.registrations ?? {}).map(([key, image]) => ({ id, key, image })),
  );
  const confirmed = places.filter(({ image }) => image?.status === "CONFIRMED");
  const cancelled = await tx.registration.findMany({
    where: { id: { in: confirmed.map(({ key }) => key) }, status: "CANCELLED" },
    select: { id: true, eventId: true },
  });
  const events = new Map(cancelled.map(({ id, eventId }) => [id, eventId]));
  return new Map(
    confirmed.flatMap(({ id, key }) => {
      const eventId = events.get(key);
      return eventId ? [[id, eventId] as const] : [];
    }),
  );
}

type Retake = { row: AppliedRow; eventId: string; followers: ContactFollowers };

async function retakeSeat(tx: Tx, { row, eventId, followers }: Retake): Promise<UndoResult> {
  if (!(await followers.claimSeat(tx, eventId))) return { id: row.id, undo: "full" };
  const [result = { id: row.id, undo: "conflict" }] = await undoTraced(tx, [row]);
  if (result.undo !== "undone") await followers.releaseSeat(tx, eventId);
  return result;
}
