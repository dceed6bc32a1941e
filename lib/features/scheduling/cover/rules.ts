import type { SlotReason } from "@/lib/features/scheduling/slots/schema";
import {
  type AffectedSession,
  type Candidate,
  type Colleague,
  type Cover,
  type Fit,
  MATCHES,
  type ToCover,
} from "./schema";

const SHOWN = 5;
const HELPERS = 3;
const WEIGHTS = { knows: 8, service: 4, language: 2, center: 1 } as const;
const FITS: readonly Fit[] = ["free", "outside", "busy"];

/** Whether somebody has time, by what stands against it; whoever never said their hours is free when nothing does. */
function fitOf(reasons: readonly SlotReason[]): Fit {
  if (reasons.includes("practitioner_taken")) return "busy";
  return reasons.length > 0 ? "outside" : "free";
}

function matchesOf(colleague: Colleague, { clients, service, center }: AffectedSession): Candidate["matches"] {
  const holds = {
    knows: clients.some(({ id }) => colleague.knows.includes(id)),
    service: service !== null && [service.id, service.name.toLowerCase()].some((one) => colleague.gives.includes(one)),
    language: clients.length > 0 && clients.every(({ language }) => colleague.languages.includes(language)),
    center: colleague.centerId === center.id,
  };
  return MATCHES.filter((match) => holds[match]);
}

const worth = ({ matches }: Candidate) => matches.reduce((sum, match) => sum + WEIGHTS[match], 0);

/** Who could take a session, best first: who has time, then who knows the clients, gives the service, speaks, is near. */
export function candidatesFor(
  session: AffectedSession,
  colleagues: readonly Colleague[],
  reasons: ReadonlyMap<string, readonly SlotReason[]>,
): Candidate[] {
  return colleagues
    .flatMap((colleague) => {
      const own = reasons.get(colleague.id);
      if (!own || session.practitionerIds.includes(colleague.id)) return [];
      const { id, name, center, mayBeAsked } = colleague;
      return [{ id, name, center, mayBeAsked, fit: fitOf(own), matches: matchesOf(colleague, session) }];
    })
    .toSorted(
      (a, b) => FITS.indexOf(a.fit) - FITS.indexOf(b.fit) || worth(b) - worth(a) || a.name.localeCompare(b.name, "en"),
    );
}

/** The best of them; whoever was asked stays in sight, however many are better. */
export function shownOf({ asked, candidates }: Pick<ToCover, "asked" | "candidates">): Candidate[] {
  const isAsked = ({ id }: Candidate) => asked.some(({ practitionerId }) => practitionerId === id);
  return candidates.filter((one, place) => place < SHOWN || isAsked(one));
}

/** Who could take several of the sessions alone, for most of them first. */
export function helpersOf(sessions: readonly Pick<ToCover, "candidates">[]): Cover["helpers"] {
  const helpers = new Map<string, Cover["helpers"][number]>();
  for (const { id, name, fit } of sessions.flatMap(({ candidates }) => candidates))
    if (fit === "free") helpers.set(id, { id, name, count: (helpers.get(id)?.count ?? 0) + 1 });
  return [...helpers.values()]
    .filter(({ count }) => count > 1)
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, "en"))
    .slice(0, HELPERS);
}
