import { z } from "zod";

const text = z.string().trim().max(200).catch("").default("");

/** What has been typed so far of a new contact or client. */
export const similarSearch = z.object({
  kind: z.enum(["contact", "client"]),
  name: text,
  firstName: text,
  lastName: text,
  email: text,
  phone: text,
});
export type SimilarSearch = z.output<typeof similarSearch>;

/** A record that may be the one being typed. */
export type SimilarRecord = { id: string; kind: "contact" | "client"; name: string; detail: string | null };
