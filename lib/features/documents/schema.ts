import { z } from "zod";
import { blankAsNull, id, optionalText, requiredText } from "@/lib/values/fields";

/** What documents can hang on. */
export const DOCUMENT_SUBJECTS = ["client", "prospect", "contact"] as const;

/** The record a document hangs on. */
export type DocumentSubject = { kind: (typeof DOCUMENT_SUBJECTS)[number]; id: string };

export const DOCUMENT_VISIBILITIES = ["STAFF", "PRACTITIONER", "CLIENT", "CONTACT"] as const;
export type DocumentVisibility = (typeof DOCUMENT_VISIBILITIES)[number];

/** What one record may keep (FI-02): counted without its recycle bin. */
export const MAX_FILES = 200;
export const MAX_BYTES = 1024 ** 3;
export const MAX_FILE_BYTES = 20 * 1024 ** 2;
export const KEPT_IN_BIN_DAYS = 30;

/** What the door of an upload reads in its address; the bytes are the body. */
export const uploadSearch = z.object({
  subjectKind: z.enum(DOCUMENT_SUBJECTS),
  subjectId: id,
  name: requiredText(300),
  folder: optionalText(80),
});

/** The same for a newer version of a document. */
export const replaceSearch = z.object({ name: requiredText(300) });

export const versionSearch = z.object({
  version: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
});

export const documentsSearch = z.object({ bin: z.literal("1").optional().catch(undefined) });

export const documentInput = z.object({ documentId: id });

export const editDocumentInput = documentInput.extend({
  name: requiredText(200),
  folder: optionalText(80),
  visibility: z.enum(DOCUMENT_VISIBILITIES),
  contactId: blankAsNull(id).optional().default(null),
});
export type EditDocumentInput = z.output<typeof editDocumentInput>;

/** One earlier or current state of a document. */
export type VersionRow = { number: number; fileName: string; size: number; addedBy: string; createdAt: string };

/** One document as a record lists it. */
export type DocumentRow = {
  id: string;
  name: string;
  folder: string | null;
  visibility: DocumentVisibility;
  contact: { id: string; name: string } | null;
  contentType: string;
  size: number;
  addedBy: string;
  accountId: string | null;
  createdAt: Date;
  changedAt: Date;
  deletedAt: Date | null;
  deletedBy: string | null;
  /** The newest first. */
  versions: VersionRow[];
};

/** A record's documents, or those in its recycle bin. */
export type DocumentList = { rows: DocumentRow[]; inBin: number; bytes: number };
