import "server-only";
import { clientsActedFor } from "@/lib/features/clients/portal/scope";
import { addDocument } from "@/lib/features/documents/uploads/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { countAttempt } from "@/lib/platform/rate-limit";
import type { FindSubject, SubjectRecord } from "@/lib/platform/subject";
import { sql } from "@/lib/values/sql";

const PER_HOUR = 30;

/**
 * Takes in a file that a contact hands in for a client they act for: the team and the client's own people see it.
 * @throws {RefusalError} too_many_attempts, not_found, those of `addDocument`
 */
export async function handInDocument(
  actor: Actor,
  { clientId, ...handed }: { clientId: string; name: string; bytes: Uint8Array },
): Promise<string> {
  const who = actor.kind === "contact" ? actor.contactId : "nobody";
  await countAttempt(`hand-in:${who}`, { limit: PER_HOUR, windowSeconds: 3600 });
  const subject = { kind: "client", id: clientId } as const;
  return addDocument(actor, { subject, folder: null, ...handed }, findClientActedFor);
}

/** Only a client the contact acts for: belonging to it is not enough. */
const findClientActedFor: FindSubject = async (actor, { kind, id }, tx) => {
  if (actor.kind !== "contact" || kind !== "client" || !clientsActedFor(actor).includes(id)) return null;
  const [found] = await rows<Omit<SubjectRecord, "kind">>(
    sql`select id, name, array[id] as "clientIds" from clients where id = ${id}::uuid and deleted_at is null`,
    tx,
  );
  return found ? { ...found, kind } : null;
};
