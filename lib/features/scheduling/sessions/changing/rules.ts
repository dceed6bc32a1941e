import type { SessionStatus } from "@/lib/features/scheduling/sessions/schema";

type Named = { id: string; name: string };
type Changes = Record<string, { from: string; to: string }>;

/** Whether a session of this status keeps others out of its time. */
export function holdsSlot(status: SessionStatus): boolean {
  return status === "REQUESTED" || status === "BOOKED";
}

export function namesOf(people: readonly Named[]): string {
  return people
    .map(({ name }) => name)
    .toSorted()
    .join(", ");
}

/** Who was exchanged, in the words history keeps. */
export function peopleDiffer(
  before: { practitioners: readonly Named[]; clients: readonly Named[] },
  practitioners: readonly Named[],
  clients: readonly Named[] = before.clients,
): Changes {
  const changes: Changes = {};
  const [fromPractitioners, toPractitioners] = [namesOf(before.practitioners), namesOf(practitioners)];
  if (fromPractitioners !== toPractitioners) changes.practitioner = { from: fromPractitioners, to: toPractitioners };
  const [fromClients, toClients] = [namesOf(before.clients), namesOf(clients)];
  if (fromClients !== toClients) changes.clients = { from: fromClients, to: toClients };
  return changes;
}
