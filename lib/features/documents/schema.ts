import { z } from "zod";

/** What documents can hang on. */
export const DOCUMENT_SUBJECTS = ["client", "prospect", "contact"] as const;
export const documentSubjectKind = z.enum(DOCUMENT_SUBJECTS);

/** The record a document hangs on. */
export type DocumentSubject = { kind: z.output<typeof documentSubjectKind>; id: string };

export const DOCUMENT_VISIBILITIES = ["STAFF", "PRACTITIONER", "CLIENT", "CONTACT"] as const;
export type DocumentVisibility = (typeof DOCUMENT_VISIBILITIES)[number];

/** What one record may keep (FI-02): counted without its recycle bin. */
export const MAX_FILES = 200;
export const MAX_BYTES = 1024 ** 3;
