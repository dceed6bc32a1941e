import { z } from "zod";
import type { BookingMode, SettingValue } from "@/lib/features/settings/schema";
import { blankAsNull, id, instant, localDate, optionalText } from "@/lib/values/fields";
import type { Instant } from "@/lib/values/instant";

export type BookingTerms = SettingValue<"booking">;

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value) || undefined;
const maybeId = z.preprocess(single, id.optional().catch(undefined));

/** What the address of the page says: for whom, with whom, what, from which day on, and which session is moved. */
export const bookingSearch = z.object({
  client: maybeId,
  practitioner: maybeId,
  service: maybeId,
  from: z.preprocess(single, localDate.optional().catch(undefined)),
  move: maybeId,
});
export type BookingSearch = z.output<typeof bookingSearch>;

export const bookOwnInput = z.object({
  clientId: id,
  practitionerId: id,
  serviceId: blankAsNull(id),
  startsAt: blankAsNull(instant),
  /** What it is about, in the client's words. */
  about: optionalText(500),
});
export type BookOwnInput = z.output<typeof bookOwnInput>;

export const moveOwnInput = z.object({ attendanceId: id, startsAt: blankAsNull(instant) });
export type MoveOwnInput = z.output<typeof moveOwnInput>;

export const cancelOwnInput = z.object({ attendanceId: id, reason: optionalText(300) });
export type CancelOwnInput = z.output<typeof cancelOwnInput>;

/** Whom a contact can book for, and with whom. */
export type Bookable = {
  id: string;
  name: string;
  /** How its people book, where that is not as the organization set it. */
  portalBooking: BookingMode | null;
  /** Whether its status lets sessions be planned. */
  open: boolean;
  timeZone: string;
  /** The zone it told its hours in, else that of the center. */
  ownTimeZone: string;
  center: { name: string; phone: string | null; email: string | null };
  practitioners: {
    id: string;
    name: string;
    /** Whether hours were ever said, their own or the center's; without any nothing is offered. */
    hasHours: boolean;
    services: { id: string; name: string; minutes: number | null }[];
  }[];
  /** When sessions of the client's begin, from yesterday on. */
  planned: string[];
};

/** One's own session that is ahead, as the rules about changes need it. */
export type OwnSession = {
  attendanceId: string;
  sessionId: string;
  clientId: string;
  portalBooking: BookingMode | null;
  practitionerIds: string[];
  status: string;
  startsAt: Instant;
  endsAt: Instant;
  timeZone: string;
  /** How many clients take part. */
  clients: number;
};

/** What the page shows on which a client finds a time. */
export type BookingView = {
  mode: BookingMode;
  /** Whether one can ask to be told when a time gets free. */
  hasLine: boolean;
  /** Whether that was said of this client, not of everybody. */
  isOwnMode: boolean;
  clients: Bookable[];
  client: Bookable | null;
  practitioner: Bookable["practitioners"][number] | null;
  service: { id: string; name: string } | null;
  minutes: number;
  /** The session that gets another time. */
  moving: OwnSession | null;
  /** Whether the session that was to be moved cannot be moved by the client any more. */
  lost: boolean;
  days: { date: string; times: Instant[] }[];
  earlier: string | null;
  later: string | null;
};
