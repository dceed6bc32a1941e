import { type Actor, centersSeen, speaksFor } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";

/**
 * Events a person may see: the whole team all of them, contacts what is published (and what was cancelled under them),
 * everybody else what is published for all.
 */
export function eventsVisibleTo(actor: Actor): Prisma.TrainingEventWhereInput {
  if (actor.kind === "system") return { deletedAt: null };
  const centers = centersSeen(actor, "events");
  if (actor.can("events.view")) return { deletedAt: null, ...(centers ? { centerId: { in: [...centers] } } : {}) };
  if (actor.kind !== "contact") return { deletedAt: null, status: "PUBLISHED", audience: "PUBLIC" };
  const theirs = { registrations: { some: registrationsVisibleTo(actor) } };
  return { deletedAt: null, OR: [{ status: "PUBLISHED" }, { AND: [{ status: "CANCELLED" }, theirs] }] };
}

/** Registrations a person may see, none of deleted events: staff all, a contact their own and those of clients they speak for or guard. */
export function registrationsVisibleTo(actor: Actor): Prisma.RegistrationWhereInput {
  const centers = centersSeen(actor, "events");
  const event = { deletedAt: null, ...(centers ? { centerId: { in: [...centers] } } : {}) };
  if (actor.kind === "system" || actor.can("events.manage-registrations")) return { event };
  if (actor.kind !== "contact") return { id: { in: [] } };
  const spokenFor = actor.clients.filter((client) => speaksFor(client) || client.isGuardian);
  return {
    event,
    OR: [{ contactId: actor.contactId }, { clientId: { in: spokenFor.map(({ clientId }) => clientId) } }],
  };
}
