import type { z } from "zod";
import { mergeInputOf } from "@/lib/features/merges/schema";

/** What can be taken from any of the clients; an address is taken whole. */
export const CLIENT_MERGE_FIELDS = [
  "name",
  "legalName",
  "status",
  "center",
  "practitioner",
  "address",
  "phone",
  "email",
  "website",
  "industry",
  "naics",
  "employeeCount",
  "language",
  "startedOn",
  "signedOn",
] as const;
export type ClientMergeField = (typeof CLIENT_MERGE_FIELDS)[number];

/** Which clients become one, and from whom each field is taken. */
export const mergeClientsInput = mergeInputOf(CLIENT_MERGE_FIELDS);
export type MergeClientsInput = z.output<typeof mergeClientsInput>;

/** One of the clients side by side, with all that would move; days are local dates. */
export type ComparedClient = {
  id: string;
  version: number;
  number: string;
  kind: "CLIENT" | "PRE_CLIENT";
  createdAt: Date;
  name: string;
  legalName: string | null;
  status: string;
  center: string;
  practitioner: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  industry: string | null;
  naics: string | null;
  employeeCount: number | null;
  language: string;
  startedOn: string | null;
  signedOn: string | null;
  contacts: { name: string; isPrimary: boolean }[];
  sessions: number;
  signatures: number;
  invoices: number;
  payments: number;
  documents: number;
  messages: number;
  tasks: number;
  hasNote: boolean;
};
