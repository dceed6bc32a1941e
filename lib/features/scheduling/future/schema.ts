import { z } from "zod";

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of the list. */
export const futureSearch = z.object({ page: z.preprocess(single, z.string().max(500).optional().catch(undefined)) });

/** A session to come, with those of its clients the reader sees. */
export type FutureSession = {
  id: string;
  startsAt: Date;
  timeZone: string;
  type: string;
  status: "REQUESTED" | "BOOKED";
  centerId: string;
  clients: { id: string; name: string }[];
};
