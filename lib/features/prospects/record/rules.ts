import type { ProspectRecord } from "./schema";

/** A prospect's fields as history keeps them: names instead of ids, so that they still read after a rename. */
export function shownProspect(prospect: ProspectRecord): Record<string, unknown> {
  const { name, department, source, notes, email, phone, nextStep, nextStepOn, language } = prospect;
  return {
    ...{ name, department, source, notes, email, phone, nextStep, nextStepOn, language },
    center: prospect.center?.name ?? null,
    owner: prospect.owner?.name ?? null,
  };
}
