import { z } from "zod";
import { id } from "@/lib/values/fields";

/** Fields of a client whose old values can be put back, as history names them. */
export const RESTORABLE = [
  "name",
  "legalName",
  "status",
  "center",
  "practitioner",
  "addressLine1",
  "addressLine2",
  "city",
  "state",
  "postalCode",
  "country",
  "phone",
  "email",
  "website",
  "naics",
  "industry",
  "employeeCount",
  "language",
  "startedOn",
] as const;
export type Restorable = (typeof RESTORABLE)[number];

/** Which change to take the old value from, and the client the way it was seen. */
export const restoreValueInput = z.object({
  clientId: id,
  version: z.coerce.number().int().min(0),
  entryId: id,
  field: z.enum(RESTORABLE),
});
export type RestoreValueInput = z.output<typeof restoreValueInput>;
