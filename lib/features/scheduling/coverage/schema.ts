import { z } from "zod";
import { isLocalDate } from "@/lib/values/date";
import { localDate } from "@/lib/values/fields";
import { isId } from "@/lib/values/id";
import { parseInstant } from "@/lib/values/instant";

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const optional = <Of extends z.ZodType>(schema: Of) => z.preprocess(single, schema.optional().catch(undefined));
const optionalId = optional(z.string().refine(isId));

/** An hour of a day, "2026-11-24T14". */
const HOUR = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3])$/;

/** The address of the page: where, for which service, in which week, and the hour whose people are shown. */
export const coverageSearch = z.object({
  center: optionalId,
  service: optionalId,
  /** Any day of the week that is looked at. */
  week: optional(localDate),
  at: optional(z.string().refine((hour) => isLocalDate(HOUR.exec(hour)?.[1] ?? ""))),
  /** The same as a moment, from where nobody knows the center's clock. */
  moment: optional(z.string().transform((text) => parseInstant(text) ?? undefined)),
});
export type CoverageSearch = z.output<typeof coverageSearch>;

/** One hour of the week; times are minutes of all the people together. */
export type HourOfWeek = {
  /** From the first day of the week, 0 to 6, and by the center's clock, 0 to 23. */
  day: number;
  hour: number;
  /** What practitioners' hours leave open, and what of it is not taken. */
  open: number;
  free: number;
  booked: number;
  clients: number;
};

/** What an hour is for whoever plans. */
export const STANDINGS = ["quiet", "spare", "covered", "tight", "full", "missing"] as const;
export type Standing = (typeof STANDINGS)[number];

/** Hours of one day behind one another in which clients could come and nobody has time. */
export type Shortage = { day: number; from: number; to: number; clients: number };

export type Person = { id: string; name: string };
/** Who is behind the figures of one hour. */
export type PeopleOfHour = {
  start: Date;
  free: Person[];
  taken: Person[];
  clients: (Person & { number: string; planned: boolean })[];
  moreClients: boolean;
};

export type Coverage = {
  /** The hour whose people are shown, "2026-11-24T14" on the center's clock. */
  at: string | undefined;
  centers: (Person & { timeZone: string })[];
  services: Person[];
  center: Person & { timeZone: string };
  service: string | null;
  /** The first day of the week. */
  first: string;
  hours: HourOfWeek[];
  /** Practitioners who are counted, and those nobody knows the hours of. */
  counted: number;
  unknown: Person[];
  people: PeopleOfHour | null;
};
