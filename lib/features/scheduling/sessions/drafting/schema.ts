import { z } from "zod";
import { isId } from "@/lib/values/id";
import { parseInstant } from "@/lib/values/instant";

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const optionalId = z.preprocess(single, z.string().refine(isId).optional().catch(undefined));

/** The address of the form: from a client's page, or from a place in the calendar. */
export const newSessionSearch = z.object({
  client: optionalId,
  practitioner: optionalId,
  /** Whose calendar it was, where that is known. */
  center: optionalId,
  startsAt: z.preprocess(
    single,
    z
      .string()
      .transform((text) => parseInstant(text))
      .nullable()
      .optional()
      .catch(null),
  ),
  minutes: z.preprocess(single, z.coerce.number().int().min(1).max(1_440).optional().catch(undefined)),
});
export type NewSessionSearch = z.output<typeof newSessionSearch>;

/** A client as the form shows who takes part. */
export type PickedPerson = { id: string; label: string; detail?: string };

/** What the form of a session begins with. */
export type SessionDraft = {
  session: { id: string; version: number } | null;
  clients: PickedPerson[];
  /** Whether none of them can be reported yet. */
  onlyPreClients: boolean;
  practitionerIds: string[];
  date: string;
  start: string;
  minutes: number;
  timeZone: string;
  serviceId: string;
  type: string;
  area: string;
  location: string;
  room: string;
  meetingLink: string;
  places: number | null;
  fundingSourceId: string;
  notes: string;
  staffNotes: string;
  sharedNotes: string;
};
