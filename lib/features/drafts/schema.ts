import { z } from "zod";
import type { SubjectKey } from "@/lib/platform/subject";

/** The drafts of each form, by what it is about. */
export const draftKeys = {
  message: ({ kind, id: subjectId }: SubjectKey) => `message:${kind}:${subjectId}`,
  editClient: (clientId: string) => `client-edit:${clientId}`,
  editContact: (contactId: string) => `contact-edit:${contactId}`,
  newProspect: "prospect-new",
  editProspect: (prospectId: string) => `prospect-edit:${prospectId}`,
  /** Of the client its form was opened for, or "any". */
  newSession: (clientId: string) => `session-new:${clientId}`,
  editSession: (sessionId: string) => `session-edit:${sessionId}`,
  /** What is noted on the phone before a session is marked as held. */
  holdSession: (sessionId: string) => `session-hold:${sessionId}`,
  newEvent: "event-new",
  editEvent: (eventId: string) => `event-edit:${eventId}`,
} as const;

const MAX_VALUES = 200_000;
const submitted = z.record(z.string().max(120), z.union([z.string(), z.array(z.string()).max(2_000)]));
const key = z.string().regex(/^[a-z][\w:-]{1,119}$/, "invalid");

const json = z
  .string()
  .max(MAX_VALUES, "drafts.refusals.tooLong")
  .transform((text, context) => {
    try {
      return submitted.parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: "custom", message: "invalid" });
      return z.NEVER;
    }
  });

export const keepDraftInput = z.object({
  key,
  values: json,
  original: json.optional(),
  version: z.coerce.number().int().min(0).optional(),
});
export type KeepDraftInput = z.output<typeof keepDraftInput>;

export const discardDraftInput = z.object({ key });

/** What stands in the column `values` or `original`. */
export const storedValues = submitted.nullable().catch(null);

/** After this long nobody comes back for it. */
export const DRAFT_DAYS = 30;
/** The oldest goes when a person has more. */
export const DRAFTS_PER_PERSON = 100;
/** Who kept something of a form this lately is taken to be still at it. */
export const EDITING_MINUTES = 5;
