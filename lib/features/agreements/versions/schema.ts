import { z } from "zod";
import { blankAsNull, id, optionalLongText, optionalText, requiredLongText, requiredText } from "@/lib/values/fields";

const MAX_BODY = 60_000;

/** The words of a text that is signed. */
export const agreementWords = z.object({ title: requiredText(200), body: requiredLongText(MAX_BODY) });

/** A new version: English always, Spanish where there is one; both of its fields or neither. */
export const publishVersionInput = z
  .object({
    en: agreementWords,
    es: z.object({ title: optionalText(200), body: optionalLongText(MAX_BODY) }),
    /** Whose clients sign it; blank for all that have no text of their own. */
    centerId: blankAsNull(id),
    /** Whether who signed the text before is asked again; other words for the same need no new signature. */
    change: z.enum(["material", "wording"]).default("material"),
  })
  .refine(({ es }) => es.title !== null || es.body === null, { path: ["es", "title"], message: "required" })
  .refine(({ es }) => es.body !== null || es.title === null, { path: ["es", "body"], message: "required" });
export type PublishVersionInput = z.output<typeof publishVersionInput>;

/** The address of a page with versions: the number of the one that is laid beside the one before it. */
export const versionsSearch = z.object({ compare: z.coerce.number().int().positive().optional().catch(undefined) });

/** A version as the configuration lists it. */
export type VersionRow = {
  number: number;
  /** Null is the organization's. */
  centerId: string | null;
  publishedAt: Date;
  /** Whether who had signed the text before was asked again. */
  asksAgain: boolean;
  signatures: number;
  texts: { id: string; language: string; title: string; body: string; textSha256: string }[];
};
