import type { z } from "zod";
import { mergeInputOf, type Reference } from "@/lib/features/merges/schema";
import type { Tx } from "@/lib/platform/db/db";

/** What can be taken from either of the people. */
export const MERGED_FIELDS = ["firstName", "lastName", "email", "phone", "language", "doNotMail"] as const;
export type MergedField = (typeof MERGED_FIELDS)[number];

/** From whom each field is taken, by contact id. */
export type Picks = Record<MergedField, string>;

/** Who becomes one with whom, and from whom each field is taken. */
export const mergeInput = mergeInputOf(MERGED_FIELDS);
export type MergeInput = z.output<typeof mergeInput>;

/** What the merge needs of features it does not know. */
export type ContactFollowers = {
  references: readonly Reference[];
  /** Gives up a confirmed seat of an event; the first in line gets it. */
  releaseSeat: (tx: Tx, eventId: string) => Promise<void>;
  /** Takes a seat of an event, if one is free. */
  claimSeat: (tx: Tx, eventId: string) => Promise<boolean>;
};

/** One client a compared contact belongs to. */
export type ComparedRelationship = {
  clientId: string;
  clientName: string;
  clientNumber: string;
  title: string | null;
  isPrimary: boolean;
  isOwner: boolean;
  isGuardian: boolean;
  isSupervisor: boolean;
  isAccountsPayable: boolean;
};

/** One of the people side by side, with all that would move. */
export type ComparedContact = {
  id: string;
  version: number;
  name: string;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  language: string;
  doNotMail: boolean;
  otherEmails: string[];
  createdAt: Date;
  relationships: ComparedRelationship[];
  login: { username: string | null; hasPassword: boolean; lastSignInAt: string | null } | null;
  signatures: number;
  registrations: number;
  mailings: number;
  tasks: number;
  hasNote: boolean;
};
