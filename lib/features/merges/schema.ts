import { z } from "zod";
import type { Trace } from "@/lib/platform/operation/images";
import { id } from "@/lib/values/fields";

/** Which records can become one with others of their kind, as history names them. */
export type MergedKind = "contact" | "client";

/** Under which name the merge of each kind stands among the operations. */
export const MERGE_OPERATIONS = { contact: "contact-merge", client: "client-merge" } as const;
export const MERGED_TABLES = { contact: "contacts", client: "clients" } as const;

/** How many records can be told apart, compared or made one at once. */
export const COMPARED_AT_ONCE = 10;

/** A record as "id.version", the way it was seen. */
const seenRecord = z.string().transform((text, context) => {
  const [recordId, version] = text.split(".");
  const parsed = z.object({ id, version: z.coerce.number().int() }).safeParse({ id: recordId, version });
  if (parsed.success) return parsed.data;
  context.addIssue({ code: "custom", message: "id" });
  return z.NEVER;
});

/** Who becomes one with whom, the way they were seen, and from whom each field is taken, by id. */
export function mergeInputOf<Field extends string>(fields: readonly Field[]) {
  const take = z.object(Object.fromEntries(fields.map((field) => [field, id])) as Record<Field, typeof id>);
  return z
    .object({
      people: z
        .array(seenRecord)
        .min(2, "duplicates.refusals.chooseTwo")
        .max(COMPARED_AT_ONCE, "duplicates.refusals.chooseFewer"),
      winnerId: id,
      take,
    })
    .refine(
      ({ people }) => new Set(people.map((person) => person.id)).size === people.length,
      "duplicates.refusals.chooseTwo",
    )
    .refine(
      ({ people, winnerId, take: picks }) =>
        [winnerId, ...fields.map((field) => (picks as Record<Field, string>)[field])].every((chosen) =>
          people.some((person) => person.id === chosen),
        ),
      "id",
    );
}

/** The records of a merge: who stays and who goes. */
export type Merging = { winnerId: string; loserIds: readonly string[] };

/** What a merge keeps of what it was asked to do. */
export const mergeRecord = z.object({ winnerId: id, loserIds: z.array(id), name: z.string(), merged: z.string() });

const ids = z.preprocess(
  (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
  z.array(id).catch([]),
);
/** The address of a comparison: ?id=…&id=… */
export const compareSearch = z.object({
  id: ids.transform((list) => [...new Set(list)].slice(0, COMPARED_AT_ONCE)),
});

export const undoMergeInput = z.object({ operationId: id });

/** What becomes of a reference to a record when the record becomes one with another. */
export type Follow = "moves" | "combines" | "stays";
export type Reference = { table: string; column: string; follow: Follow; why?: string };

/** What is to be done for one merge, when everything it touches is held. */
export type PlannedMerge = Merging & {
  kind: MergedKind;
  /** How the record that stays is called then, and how the others were. */
  name: string;
  merged: string;
  /** In whose streams it is told. */
  clientIds: readonly string[];
  work: () => Promise<Trace>;
};

/** What a merge did, and what became of it. */
export type MergeResult = {
  operationId: string;
  kind: MergedKind;
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

/** How many may be one: counted up to a limit, and `more` says that there are more. */
export type DuplicateCount = { groups: number; people: number; largest: number; more: boolean };

/** A group of records that may be one, as the reports show it: what they share, and the first of them. */
export type DuplicateView = {
  shared: string;
  size: number;
  /** Somebody could not sign in because of it, and the task that says so is open. */
  blocked: boolean;
  records: { id: string; name: string; hasLogin: boolean; reached: string; belongs: string }[];
};

/** One record side by side with others, all in words. */
export type ComparedRecord = {
  id: string;
  version: number;
  name: string;
  since: string;
  /** What each field says; null where it says nothing. */
  values: Readonly<Record<string, string | null>>;
  /** What belongs to the record and moves with it. */
  along: string[];
  login: string | null;
};
