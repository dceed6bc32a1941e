import { z } from "zod";
import { id } from "@/lib/values/fields";
import type { Actor } from "./access/actor";
import type { Tx } from "./db/db";

/** The records that messages, tasks and documents can hang on. */
export const SUBJECT_KINDS = ["client", "prospect", "contact", "event", "practitioner"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Which record is meant, before anybody asked whether the person reaches it. */
export type SubjectKey = { kind: SubjectKind; id: string };

/** A record that the person reaches. */
export type SubjectRecord = SubjectKey & {
  name: string;
  /** Clients in whose data streams it appears when something is hung on the record. */
  clientIds: string[];
};

/** Null where the record is not there or not for this person's eyes. `lib/subjects.ts` knows every kind. */
export type FindSubject = (actor: Actor, key: SubjectKey, tx?: Tx) => Promise<SubjectRecord | null>;

/** What forms post about the record. */
export const subjectFields = { subjectKind: z.enum(SUBJECT_KINDS), subjectId: id };
