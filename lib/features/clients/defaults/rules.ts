import type { ClientDefaults } from "./schema";

/** What the form of a new session begins with; null where the defaults say nothing. */
export function sessionBeginning(defaults: ClientDefaults | null) {
  return {
    minutes: defaults?.service?.minutes ?? null,
    practitionerId: defaults?.practitioner?.id ?? null,
    fundingSourceId: defaults?.fundingSource?.id ?? null,
  };
}
