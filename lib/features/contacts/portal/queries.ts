import "server-only";
import type { ContactActor } from "@/lib/platform/access/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { refuse } from "@/lib/platform/refusal";
import { fullName } from "@/lib/values/person-name";
import type { OwnDetails } from "./schema";

const OWN = { firstName: true, lastName: true, email: true, phone: true, language: true, version: true } as const;

/** The record of the contact who asks. */
export async function findOwnDetails(actor: ContactActor): Promise<OwnDetails> {
  const { clientIds: _, name: __, ...details } = await findOwnDetailsIn(db, actor.contactId);
  return details;
}

type OwnRecord = OwnDetails & { name: string; clientIds: string[] };

/** The same with the living clients in whose data streams a change is told. */
export async function findOwnDetailsIn(tx: Tx, contactId: string): Promise<OwnRecord> {
  const found = await tx.contact.findFirst({
    where: { id: contactId, deletedAt: null },
    select: {
      ...OWN,
      relationships: {
        where: { client: { deletedAt: null } },
        orderBy: [{ isPrimary: "desc" }, { createdAt: "asc" }],
        select: { clientId: true },
      },
    },
  });
  if (!found) return refuse("not_found", "refusals.notFound");
  const { relationships, ...details } = found;
  return { ...details, name: fullName(details), clientIds: relationships.map(({ clientId }) => clientId) };
}
