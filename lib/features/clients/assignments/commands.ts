import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { refuse } from "@/lib/platform/refusal";

type Team = { primaryId: string | null; otherIds: readonly string[]; previous?: readonly string[] };

/**
 * Makes these practitioners the ones assigned to a client. Whoever is taken off keeps seeing it only where a session
 * of theirs stands behind it.
 */
export async function assignPractitioners(tx: Tx, clientId: string, { primaryId, otherIds, previous = [] }: Team) {
  const wanted = [...new Set([primaryId, ...otherIds].filter((id) => id !== null))];
  const added = wanted.filter((id) => !previous.includes(id));
  if (added.length > 0) {
    await checkOpen(tx, clientId);
    await checkActive(tx, added);
  }
  if (added.length === 0 && previous.length === wanted.length) return;
  await tx.clientPractitioner.deleteMany({ where: { clientId, practitionerId: { notIn: wanted } } });
  const data = wanted.map((practitionerId) => ({ clientId, practitionerId }));
  await tx.clientPractitioner.createMany({ data, skipDuplicates: true });
}

/** A session makes its practitioner one of the client's, whatever was assigned before. True when that is new. */
export async function addPractitioner(
  tx: Tx,
  clientId: string,
  { practitionerId }: { practitionerId: string },
): Promise<boolean> {
  const { count } = await tx.clientPractitioner.createMany({
    data: [{ clientId, practitionerId }],
    skipDuplicates: true,
  });
  await tx.client.updateMany({ where: { id: clientId, practitionerId: null }, data: { practitionerId } });
  return count > 0;
}

/** A status can keep a client from getting further practitioners; those there are stay. */
async function checkOpen(tx: Tx, clientId: string): Promise<void> {
  const where = { id: clientId, status: { blocksAssignments: true } };
  const closed = await tx.client.findFirst({ where, select: { status: { select: { name: true } } } });
  if (!closed) return;
  const values = { status: closed.status.name };
  refuse("status_blocks_assignments", "statuses.refusals.blocksAssignments", { field: "practitionerId", values });
}

async function checkActive(tx: Tx, practitionerIds: readonly string[]): Promise<void> {
  const where = { id: { in: [...practitionerIds] }, status: "ACTIVE" as const };
  if ((await tx.practitioner.count({ where })) === practitionerIds.length) return;
  refuse("practitioner_inactive", "clients.refusals.practitionerInactive", { field: "practitionerId" });
}
