import { z } from "zod";
import { COMPARED_AT_ONCE } from "@/lib/features/contacts/duplicates/rules";
import type { Tx } from "@/lib/platform/db/db";
import { id } from "@/lib/values/fields";

export const MERGE_KIND = "contact-merge";

/** What can be taken from either of the people. */
export const MERGED_FIELDS = ["firstName", "lastName", "email", "phone", "language", "doNotMail"] as const;
export type MergedField = (typeof MERGED_FIELDS)[number];

/** From whom each field is taken, by contact id. */
export type Picks = Record<MergedField, string>;

const seen = z.string().transform((text, context) => {
  const [contactId, version] = text.split(".");
  const parsed = z.object({ id, version: z.coerce.number().int() }).safeParse({ id: contactId, version });
  if (parsed.success) return parsed.data;
  context.addIssue({ code: "custom", message: "id" });
  return z.NEVER;
});

/** Who becomes one with whom, each as "id.version" the way they were seen, and from whom each field is taken. */
export const mergeInput = z
  .object({
    people: z
      .array(seen)
      .min(2, "duplicates.refusals.chooseTwo")
      .max(COMPARED_AT_ONCE, "duplicates.refusals.chooseFewer"),
    winnerId: id,
    take: z.object({ firstName: id, lastName: id, email: id, phone: id, language: id, doNotMail: id }),
  })
  .refine(
    ({ people }) => new Set(people.map((person) => person.id)).size === people.length,
    "duplicates.refusals.chooseTwo",
  )
  .refine(
    ({ people, winnerId, take }) =>
      [winnerId, ...Object.values(take)].every((chosen) => people.some((person) => person.id === chosen)),
    "id",
  );
export type MergeInput = z.output<typeof mergeInput>;

/** The people of a merge: who stays and who goes. */
export type Merging = { winnerId: string; loserIds: readonly string[] };

/** What a merge keeps of what it was asked to do. */
export const mergeRecord = z.object({ winnerId: id, loserIds: z.array(id), name: z.string(), merged: z.string() });

const ids = z.preprocess(
  (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
  z.array(id).catch([]),
);
/** The address of the comparison: ?id=…&id=… */
export const compareSearch = z.object({
  id: ids.transform((list) => [...new Set(list)].slice(0, COMPARED_AT_ONCE)),
});

export const undoMergeInput = z.object({ operationId: id });

/** What becomes of a reference to a contact when the contact becomes one with another. */
export type Follow = "moves" | "combines" | "stays";
export type ContactReference = { table: string; column: string; follow: Follow; why?: string };

/** What the merge needs of features it does not know. */
export type ContactFollowers = {
  references: readonly ContactReference[];
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

/** What a merge did, and what became of it. */
export type MergeResult = {
  operationId: string;
  status: "APPLIED" | "UNDOING" | "UNDONE" | "FAILED";
  winner: { id: string; name: string };
  /** Who became one with them, by name, and how many. */
  merged: string;
  count: number;
  by: string | null;
  at: Date | null;
  undoUntil: Date | null;
  undoneAt: Date | null;
  /** Records that were changed, by table. */
  moved: { table: string; count: number }[];
  /** Records that taking back had to leave, by table and reason. */
  left: { table: string; reason: string; count: number }[];
};
