import type { z } from "zod";
import { type PlannedOccurrence, scopeInput } from "@/lib/features/scheduling/series/schema";
import type { NamedPerson } from "@/lib/features/scheduling/sessions/planning/schema";
import { editSessionInput, type SessionStatus } from "@/lib/features/scheduling/sessions/schema";

/** What can be changed of several of a series at once; the fields are those of the one that was opened. */
export const changeSeriesInput = editSessionInput
  .pick({
    sessionId: true,
    version: true,
    practitionerIds: true,
    date: true,
    start: true,
    minutes: true,
    serviceId: true,
    location: true,
    room: true,
    meetingLink: true,
  })
  .extend({ scope: scopeInput });
export type ChangeSeriesInput = z.output<typeof changeSeriesInput>;

/** One of a series as the commands that change it compare it. */
export type SeriesSession = {
  id: string;
  version: number;
  status: SessionStatus;
  seriesId: string | null;
  startsAt: Date;
  endsAt: Date;
  /** "2026-03-10T14:00", on the clock of `timeZone`. */
  wall: string;
  timeZone: string;
  centerId: string;
  type: string;
  serviceId: string | null;
  location: string | null;
  roomId: string | null;
  room: string | null;
  meetingLink: string | null;
  practitioners: NamedPerson[];
  clients: NamedPerson[];
};

/** One of a series as the page shows it before anything is saved. */
export type ChangedOccurrence = PlannedOccurrence & { formerly: string | null };
