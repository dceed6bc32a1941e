import { z } from "zod";
import type { SlotReason } from "@/lib/features/scheduling/slots/schema";
import { localDate, localTime } from "@/lib/values/fields";
import { isId } from "@/lib/values/id";

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const optional = <Of extends z.ZodType>(schema: Of) => z.preprocess(single, schema.optional().catch(undefined));
const optionalId = optional(z.string().refine(isId));

export const LENGTHS = [30, 45, 60, 90, 120] as const;

/** The address of the page: for whom, in which week, and which one time is asked about. */
export const pairingSearch = z.object({
  client: optionalId,
  service: optionalId,
  /** Any day of the week that is looked at. */
  week: optional(localDate),
  minutes: optional(z.coerce.number().refine((minutes) => LENGTHS.some((length) => length === minutes))),
  on: optional(localDate),
  at: optional(localTime),
  /** Everybody who was looked at, not only the best. */
  all: optional(z.literal("1")),
  page: optional(z.string().max(500)),
});
export type PairingSearch = z.output<typeof pairingSearch>;

/** A client nobody has planned anything with. */
export type WaitingClient = {
  id: string;
  number: string;
  name: string;
  center: string;
  practitioner: string | null;
  lastSession: Date | null;
  timeZone: string;
  hasHours: boolean;
};

export type PairedClient = {
  id: string;
  number: string;
  name: string;
  centerId: string;
  center: string;
  timeZone: string;
  language: string;
  languageName: string;
  hasHours: boolean;
  services: { id: string; name: string }[];
};

/** A practitioner beside a client, before their hours were looked at. */
export type Candidate = {
  id: string;
  name: string;
  center: string | null;
  atCenter: boolean;
  /** What they said of themselves that the chosen service is among; true while none is chosen. */
  givesService: boolean;
  speaks: boolean;
  knows: boolean;
  skills: string[];
};

/** A piece of one day, in minutes since its midnight; 0 is the first day of the week. */
export type Block = { day: number; from: number; to: number };
export type Offer = { startsAt: Date; date: string };

/** With the minutes both have free in the week. */
export type Ranked = Candidate & { minutes: number };
export type Pair = Ranked & { blocks: Block[]; offers: Offer[] };

/** Somebody for one time: free where no reason stands against it. */
export type SlotAnswer = { practitionerId: string; name: string; reasons: SlotReason[] };

export type Pairing = {
  client: PairedClient;
  /** The first day of the week. */
  first: string;
  minutes: number;
  pairs: Pair[];
  /** Further ones, behind these. */
  more: number;
  slot: { startsAt: Date; answers: SlotAnswer[] } | null;
};
