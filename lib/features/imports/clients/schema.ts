import type { RowValues } from "@/lib/features/imports/cells/rules";
import type { Standing } from "@/lib/features/imports/cells/words/rules";
import type { RowProblem } from "@/lib/features/imports/schema";
import type { LocalDate } from "@/lib/values/date";

/** A row of a file of clients, read by itself: what can be said of it before its client is known. */
export type ClientLine = {
  row: number;
  /** Names its client; null for a row that stays out. */
  key: string | null;
  /** What it says; blank cells are left out. */
  values: RowValues;
  problems: RowProblem[];
  /** The same for rows that are the same in every cell. */
  signature: string;
};

/** A contact of a planned client and what they are to it. */
export type PlannedContact = {
  /** The row of the file the contact came with first. */
  row: number;
  firstName: string;
  lastName: string;
  /** As typed but for surrounding spaces, also where no mail can go there. */
  email: string | null;
  emailDeliverable: boolean;
  /** E.164 with an optional extension, or as typed where it is no possible number. */
  phone: string | null;
  /** The identifier of a language of the administrators' list. */
  language: string | null;
  title: string | null;
  isOwner: boolean;
  /** True for exactly one contact of a client that has any. */
  isPrimary: boolean;
  isGuardian: boolean;
  isSupervisor: boolean;
  isAccountsPayable: boolean;
  /** What they have in the organization's own fields, by their id and as it is kept. */
  custom?: Record<string, string>;
};

/** What single rows say about a client and later rows may add to. */
export type ClientFacts = {
  legalName: string | null;
  statusName: string | null;
  centerName: string | null;
  practitionerName: string | null;
  addressLine1: string | null;
  addressLine2: string | null;
  city: string | null;
  state: string | null;
  postalCode: string | null;
  country: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  naics: string | null;
  industry: string | null;
  employeeCount: number | null;
  startedOn: LocalDate | null;
  signedOn: LocalDate | null;
};

/** A client as a file describes it, over one row or several. */
export type PlannedClient = ClientFacts & {
  /** Names the client within this file: "#1001" by number, "~liberty tax service" by folded name. */
  key: string;
  /** The first row. */
  row: number;
  rows: number[];
  /** As in the file, "@1038" for a pre-client; null where the file has none. */
  number: string | null;
  kind: "PRE_CLIENT" | "CLIENT";
  name: string;
  /** No name of an organisation, so the client is the person. */
  isPerson: boolean;
  /** What the status word means; null for none or a word of the organization's own. */
  standing: Standing | null;
  /** The primary contact's. */
  language: string | null;
  contacts: PlannedContact[];
  /** What it has in the organization's own fields, by their id and as it is kept. */
  custom?: Record<string, string>;
};

export const CLIENT_OUTCOMES = ["create_client", "add_contact", "same_client", "error"] as const;
export type ClientOutcome = (typeof CLIENT_OUTCOMES)[number];

/** What becomes of one row. */
export type ClientRow = {
  row: number;
  outcome: ClientOutcome;
  clientKey: string | null;
  /** Index among the client's contacts. */
  contact: number | null;
  problems: RowProblem[];
};

/** How many contacts of the whole file have an address, by `emailKey`. */
export type EmailCounts = ReadonlyMap<string, number>;

/** Contacts that nobody can tell apart by their address: none of them can sign in with it. */
export type SharedEmail = { email: string; contacts: { row: number; clientKey: string }[] };

export type ClientPlan = { clients: PlannedClient[]; rows: ClientRow[]; sharedEmails: SharedEmail[] };
