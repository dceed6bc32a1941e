import { z } from "zod";
import { blankAsNull, id, localDate } from "@/lib/values/fields";

export const joinLineInput = z.object({
  clientId: id,
  /** Blank for anybody who works with the client, and for any service. */
  practitionerId: blankAsNull(id),
  serviceId: blankAsNull(id),
  firstDay: blankAsNull(localDate),
  lastDay: blankAsNull(localDate),
});
export type JoinLineInput = z.output<typeof joinLineInput>;

export const leaveLineInput = z.object({ waitId: id });
export type LeaveLineInput = z.output<typeof leaveLineInput>;

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);
export const lineSearch = z.object({
  page: z.preprocess(single, z.string().max(500).optional().catch(undefined)),
});

/** A client who waits, and for what. */
export type WaitRow = {
  id: string;
  clientId: string;
  client: string;
  number: string;
  center: string;
  timeZone: string;
  practitioner: string | null;
  service: string | null;
  firstDay: string | null;
  lastDay: string | null;
  createdAt: Date;
  /** Whether a free time is offered to them just now. */
  isOffered: boolean;
};
