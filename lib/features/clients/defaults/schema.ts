import { z } from "zod";
import { blankAsNull, id, optionalCents, optionalText } from "@/lib/values/fields";

export const editDefaultsInput = z.object({
  clientId: id,
  version: z.coerce.number().int().min(0),
  workerCompCode: optionalText(20),
  multiplierCode: optionalText(20),
  serviceId: blankAsNull(id),
  /** Per hour. */
  rateCents: optionalCents,
  fundingSourceId: blankAsNull(id),
  practitionerId: blankAsNull(id),
});
export type EditDefaultsInput = z.output<typeof editDefaultsInput>;

type Choice = { id: string; name: string };

/** What new work with a client begins with; `version` is 0 while nothing was ever set. */
export type ClientDefaults = {
  version: number;
  workerCompCode: string | null;
  multiplierCode: string | null;
  service: (Choice & { minutes: number | null; rateCents: number | null }) | null;
  rateCents: number | null;
  fundingSource: Choice | null;
  practitioner: Choice | null;
};

/** What defaults can be chosen from: nothing that is archived. */
export type DefaultChoices = { services: Choice[]; fundingSources: Choice[]; practitioners: Choice[] };
