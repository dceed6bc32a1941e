import { z } from "zod";
import { id } from "@/lib/values/fields";

/** Fields of a contact whose old values can be put back, as history names them. */
export const RESTORABLE = ["firstName", "lastName", "email", "phone", "language", "doNotMail"] as const;

/** Which change to take the old value from, and the contact the way they were seen. */
export const restoreContactValueInput = z.object({
  contactId: id,
  version: z.coerce.number().int().min(0),
  entryId: id,
  field: z.enum(RESTORABLE),
});
export type RestoreContactValueInput = z.output<typeof restoreContactValueInput>;
