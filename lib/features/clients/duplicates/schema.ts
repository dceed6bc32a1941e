import { z } from "zod";

/** By what clients whose names are nearly the same may be one; "email" is that of the primary contact. */
export const CLIENT_REASONS = ["address", "phone", "website", "email"] as const;
export type ClientReason = (typeof CLIENT_REASONS)[number];

/** A client in a group, as the report shows it. */
export type DuplicateClient = {
  id: string;
  name: string;
  number: string;
  city: string | null;
  phone: string | null;
  website: string | null;
  primaryContact: string | null;
  sessions: number;
};

/** Clients that may be one: what they share, how many they are, and the first of them. */
export type ClientGroup = { shared: string; size: number; clients: DuplicateClient[] };

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of a report: whose reason, and where in it. */
export const clientDuplicatesSearch = z.object({
  reason: z.preprocess(single, z.enum(CLIENT_REASONS).catch("address")),
  page: z.preprocess(single, z.string().max(2_000).optional().catch(undefined)),
});
export type ClientDuplicatesSearch = z.output<typeof clientDuplicatesSearch>;
