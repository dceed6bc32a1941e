import { z } from "zod";
import type { ClosedTime } from "@/lib/features/calendar/closed/schema";
import type { ClientColour } from "@/lib/features/clients/colours/rules";
import { daysBetween } from "@/lib/values/date";
import { id, localDate, timeZone } from "@/lib/values/fields";
import { startOfDay } from "@/lib/values/wall-clock";
import { CALENDAR_VIEWS, type CalendarView } from "./rules";

const MOST_DAYS = 62;

const chosen = z.preprocess((value) => value || undefined, id.optional().catch(undefined));

/** Which of the sessions; a blank choice is all of them. */
const filter = { center: chosen, practitioner: chosen, service: chosen };

/** What the page's address says. */
export const calendarSearch = z.object({
  view: z.enum(CALENDAR_VIEWS).optional().catch(undefined),
  date: localDate.optional().catch(undefined),
  ...filter,
});
export type CalendarSearch = z.output<typeof calendarSearch>;

/** What the page asks for while it is open: days of a zone, the last one excluded; read as instants. */
export const calendarRange = z
  .object({ first: localDate, end: localDate, zone: timeZone, ...filter, columns: z.literal("1").optional() })
  .refine(({ first, end }) => end > first && daysBetween(first, end) <= MOST_DAYS)
  .transform(({ first, end, zone, columns, ...chosen }) => ({
    ...chosen,
    zone,
    /** Whether practitioners stand beside one another, each with times of their own. */
    columns: columns !== undefined,
    from: startOfDay(first, zone),
    to: startOfDay(end, zone),
  }));
export type CalendarRange = z.output<typeof calendarRange>;

type Named = { id: string; name: string };

/** A session as the calendar shows it; `colour` is the viewer's own. Instants are ISO text. */
export type CalendarSession = {
  id: string;
  status: "REQUESTED" | "BOOKED" | "HELD" | "NO_SHOW";
  startsAt: string;
  endsAt: string;
  timeZone: string;
  type: string;
  center: string;
  service: string | null;
  place: string | null;
  practitioners: Named[];
  /** Those the viewer may know of. */
  clients: Named[];
  colour: ClientColour | null;
};

export type CalendarAnswer = {
  sessions: CalendarSession[];
  more: boolean;
  /** When those who are shown are not there. */
  closed: ClosedTime[];
};

export type CalendarChoices = {
  centers: (Named & { timeZone: string })[];
  practitioners: (Named & { centerId: string | null })[];
  services: Named[];
};

export type { CalendarView };
