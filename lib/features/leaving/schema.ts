import { z } from "zod";
import { blankAsNull, id } from "@/lib/values/fields";

export const LEAVING_KIND = "leaving";

/** What is handed over, each to a person of its own. */
export const HANDOVERS = [
  "clients",
  "assignments",
  "defaults",
  "sessions",
  "tasks",
  "prospects",
  "filters",
  "mailings",
  "operations",
] as const;
export type Handover = (typeof HANDOVERS)[number];

export const letGoInput = z.object({
  practitionerId: blankAsNull(id),
  accountId: blankAsNull(id),
  /** What was counted when the page was shown, so that nothing is handed over unseen. */
  to: z.partialRecord(z.enum(HANDOVERS), blankAsNull(id)).default({}),
});
export type LetGoInput = z.output<typeof letGoInput>;

export type Person = { id: string; name: string };

/** Everything that names somebody who leaves and has to be somebody else's. */
export type Leaving = {
  practitioner: (Person & { active: boolean }) | null;
  account: (Person & { active: boolean; own: boolean }) | null;
  groups: { handover: Handover; to: "practitioner" | "account"; count: number; names: string[] }[];
  choices: { practitioners: Person[]; accounts: Person[] };
};
