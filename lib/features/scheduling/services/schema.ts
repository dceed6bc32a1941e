import { z } from "zod";
import { blankAsNull, id, optionalCents, requiredText } from "@/lib/values/fields";

const fields = {
  name: requiredText(80),
  defaultMinutes: blankAsNull(
    z.coerce
      .number("number")
      .int("number")
      .min(1, "scheduling.refusals.minutes")
      .max(1_440, "scheduling.refusals.minutes"),
  ),
  /** Per hour. */
  defaultRateCents: optionalCents,
};

export const addServiceInput = z.object(fields);
export type AddServiceInput = z.output<typeof addServiceInput>;
export const editServiceInput = z.object({ ...fields, entryId: id });
export type EditServiceInput = z.output<typeof editServiceInput>;

/** One service as the administration lists it. */
export type ServiceRow = {
  id: string;
  name: string;
  defaultMinutes: number | null;
  defaultRateCents: number | null;
  archived: boolean;
};
