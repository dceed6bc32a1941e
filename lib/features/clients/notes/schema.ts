import { z } from "zod";
import { id, optionalLongText } from "@/lib/values/fields";

/** Whom a staff note can be about. */
const NOTE_SUBJECTS = ["client", "contact", "practitioner", "account"] as const;

export const editNoteInput = z.object({
  subjectKind: z.enum(NOTE_SUBJECTS),
  subjectId: id,
  version: z.coerce.number().int().min(0),
  text: optionalLongText(20_000),
});
export type EditNoteInput = z.output<typeof editNoteInput>;

/** `version` is 0 while there is no note. */
export type StaffNote = { text: string; version: number };
