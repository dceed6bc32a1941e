import { z } from "zod";

/** Why people may be the same person; "blocked" are those of one address by which somebody could not sign in. */
export const REASONS = ["blocked", "email", "phone", "name", "address"] as const;
export type Reason = (typeof REASONS)[number];

/** Somebody in a group, as the report shows them. */
export type DuplicatePerson = {
  id: string;
  name: string;
  email: string | null;
  otherEmails: string[];
  phone: string | null;
  hasLogin: boolean;
  clients: { id: string; name: string; title: string | null }[];
  clientCount: number;
};

/** People who may be one: what they share, how many they are, and the first of them. */
export type DuplicateGroup = {
  /** The address or number they share; for names the client, for addresses the street. */
  shared: string;
  size: number;
  people: DuplicatePerson[];
  /** Somebody could not sign in because of it, and the task that says so is open. */
  blocked: boolean;
};

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of a report: whose reason, and where in it. */
export const duplicatesSearch = z.object({
  reason: z.preprocess(single, z.enum(REASONS).catch("email")),
  page: z.preprocess(single, z.string().max(2_000).optional().catch(undefined)),
});
export type DuplicatesSearch = z.output<typeof duplicatesSearch>;
