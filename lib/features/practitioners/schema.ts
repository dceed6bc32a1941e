import { z } from "zod";
import type { CodedChoice } from "@/lib/features/settings/coded-lists/schema";
import { blankAsNull, emailAddress, id, optionalText, requiredText } from "@/lib/values/fields";
import { collapseWhitespace } from "@/lib/values/text";

export const PRACTITIONER_STATUSES = ["ACTIVE", "INACTIVE"] as const;
export type PractitionerStatus = (typeof PRACTITIONER_STATUSES)[number];

const MAX_WORDS = 20;

/** Words with commas between, each once. */
const words = z
  .string("text")
  .max(600, "too_long")
  .default("")
  .transform((text) => [...new Set(text.split(",").map((word) => collapseWhitespace(word)))].filter(Boolean))
  .refine((list) => list.length <= MAX_WORDS && list.every((word) => word.length <= 40), "too_long");

const fields = z.object({
  firstName: requiredText(100),
  lastName: requiredText(100),
  email: blankAsNull(emailAddress),
  phone: optionalText(60),
  title: optionalText(120),
  centerId: blankAsNull(id),
  status: z.enum(PRACTITIONER_STATUSES),
  skills: words,
  languages: z.array(z.string().min(1).max(40)).max(MAX_WORDS, "too_many").default([]),
  serviceIds: z.array(id).max(200, "too_many").default([]),
  photo: z.instanceof(File).optional(),
  removePhoto: z.literal("on").optional(),
});
export const createPractitionerInput = fields;
export type CreatePractitionerInput = z.output<typeof createPractitionerInput>;
export const editPractitionerInput = fields.extend({ practitionerId: id });
export type EditPractitionerInput = z.output<typeof editPractitionerInput>;

export const practitionerInput = z.object({ practitionerId: id });

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of the list: active ones of every center unless asked otherwise. */
export const practitionerSearch = z.object({
  status: z.preprocess(single, z.enum(["active", "inactive", "all"]).catch("active").default("active")),
  center: z.preprocess(single, id.optional().catch(undefined)),
});

/** What a template needs of a practitioner and may lack. */
export type MissingDetail = "email" | "phone";

export type PractitionerRow = {
  id: string;
  name: string;
  title: string | null;
  email: string | null;
  phone: string | null;
  center: string | null;
  status: PractitionerStatus;
  /** Clients whose practitioner this is. */
  clientCount: number;
};

export type PractitionerRecord = PractitionerRow & {
  firstName: string;
  lastName: string;
  centerId: string | null;
  accountEmail: string | null;
  accountId: string | null;
  accountActive: boolean;
  skills: string[];
  languages: CodedChoice[];
  services: { id: string; name: string }[];
  hasPhoto: boolean;
};

/** What of a practitioner's is to be counted; each count is that of the list it leads to. */
export type RelatedCounts = { clients: number; sessions: number; tasks: number };
