import { z } from "zod";
import { agreementWords } from "@/lib/features/agreements/versions/schema";
import { MAX_LOGO_BYTES } from "@/lib/features/centers/schema";
import { statusWorkflow } from "@/lib/features/clients/workflows/schema";
import { CUSTOM_LIMITS, CUSTOM_RECORDS, CUSTOM_TYPES } from "@/lib/features/custom-fields/schema";
import { SETTINGS, type SettingKey } from "@/lib/features/settings/schema";
import { SYSTEM_KEYS } from "@/lib/features/templates/copy";
import { letterBody, recordType } from "@/lib/features/templates/schema";
import { REACHES, RECORD_KINDS, RIGHT_VERBS } from "@/lib/platform/access/rights";
import { BRAND_COLOURS } from "@/lib/values/brand-colour";
import { emailAddress, endTime, localDate, locale, localTime, requiredText, timeZone } from "@/lib/values/fields";
import { LOCALES } from "@/lib/values/locale";

/** Goes up when a file of this version could be misread by an older installation. */
export const CONFIGURATION_VERSION = 2;
export const CONFIGURATION_FORMAT = "caseload-configuration";

/** How large a file may be. */
export const MAX_CONFIGURATION_BYTES = 20_000_000;

const text = (max: number) => z.string().max(max).nullable();
const name = requiredText(120);
const position = z.int().min(0).max(100_000);
const archived = z.boolean();
const listed = { position, archived };

const settingKeys = Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]];
const setting = z.object({ key: z.enum(settingKeys), value: z.unknown() }).transform(({ key, value }, context) => {
  const parsed = SETTINGS[key].safeParse(value);
  if (parsed.success) return { key, value: parsed.data };
  for (const { path, message } of parsed.error.issues)
    context.issues.push({ code: "custom", message, path: ["value", ...path], input: value });
  return z.NEVER;
});

/** What stands in the file, section by section; each list in the order of its keys, so that equal ones are equal bytes. */
export const SECTIONS = {
  settings: setting,
  emailTemplates: z.object({
    name,
    recordType: z.union([recordType, z.literal("system")]),
    systemKey: z.enum(SYSTEM_KEYS).nullable(),
    language: locale,
    subject: requiredText(200),
    body: letterBody,
    archived,
  }),
  customFields: z.object({
    record: z.enum(CUSTOM_RECORDS),
    label: name,
    type: z.enum(CUSTOM_TYPES),
    help: text(500),
    mandatory: z.boolean(),
    ...listed,
    choices: z.array(z.object({ label: name, ...listed })).max(CUSTOM_LIMITS.choices),
  }),
  statuses: z.object({
    name,
    standing: z.enum(["ACTIVE", "INACTIVE", "PROSPECT"]),
    blocksSessions: z.boolean(),
    blocksAssignments: z.boolean(),
    workflow: statusWorkflow.omit({ templateId: true }).extend({ template: text(120) }),
    ...listed,
  }),
  actionCodes: z.object({ name, ...listed }),
  prospectStages: z.object({ name, outcome: z.enum(["OPEN", "WON", "LOST"]), ...listed }),
  fundingSources: z.object({ identifier: requiredText(40), name, ...listed, position: position.default(0) }),
  languages: z.object({ identifier: requiredText(40), name, ...listed }),
  services: z.object({
    name,
    defaultMinutes: z.int().min(1).max(1_440).nullable(),
    defaultRateCents: z.int().min(0).nullable(),
    ...listed,
  }),
  rightsGroups: z.object({
    name,
    description: z.string().max(300),
    defaultFor: z.enum(["ADMINISTRATOR", "STAFF", "PRACTITIONER"]).nullable(),
    rights: z.record(z.enum(RECORD_KINDS), z.record(z.enum(RIGHT_VERBS), z.enum(REACHES))).nullable(),
  }),
  centers: z.object({
    name,
    addressLine1: text(200),
    addressLine2: text(200),
    city: text(100),
    state: text(100),
    postalCode: text(20),
    country: z.string().length(2),
    phone: text(60),
    email: emailAddress.nullable(),
    website: text(300),
    timeZone,
    replyTo: emailAddress.nullable(),
    colour: z.enum(BRAND_COLOURS).nullable(),
    /** Not in files of version 1, which leave it as it is. */
    ownAgreement: z.boolean().optional(),
    archived,
    hours: z.array(z.object({ weekday: z.int().min(1).max(7), start: localTime, end: endTime })).max(42),
  }),
  holidays: z.object({ center: text(120), name, firstDay: localDate, lastDay: localDate }),
  rooms: z.object({ center: name, name: requiredText(200), archived }),
  logos: z.object({
    center: name,
    name: requiredText(200),
    sha256: z.hex().length(64),
    /** Base64. What the fingerprint stands for, so that it is neither compared nor told in history. */
    bytes: z.base64().max(MAX_LOGO_BYTES * 1.4),
  }),
  /** The texts in force; what was in force before them stays where it was signed. */
  agreements: z.object({
    center: text(120),
    texts: z
      .array(agreementWords.extend({ language: locale }))
      .min(1)
      .max(LOCALES.length),
  }),
} as const;

export type SectionKey = keyof typeof SECTIONS;
export type Entry<Key extends SectionKey = SectionKey> = z.output<(typeof SECTIONS)[Key]>;
export const SECTION_KEYS = Object.keys(SECTIONS) as SectionKey[];

const MOST = 5_000;
const lists = Object.fromEntries(
  SECTION_KEYS.map((key) => [
    key,
    z
      .array(SECTIONS[key] as z.ZodType)
      .max(MOST)
      .default([]),
  ]),
);
export const configurationFile = z.object({
  format: z.literal(CONFIGURATION_FORMAT),
  version: z.int().min(1).max(CONFIGURATION_VERSION),
  ...lists,
});
export type Configuration = { [Key in SectionKey]: Entry<Key>[] };

/** Looked at before the rest, so that a newer file is refused by a clear word. */
export const fileHead = z.object({ format: z.literal(CONFIGURATION_FORMAT), version: z.int().min(1) });

export const importConfigurationInput = z.object({
  file: z.instanceof(File, { message: "files.missing" }),
  intent: z.enum(["preview", "apply"]).default("preview"),
  /** The fingerprint of the preview that was looked at; only that is applied. */
  seen: z.string().max(64).default(""),
});
export type ImportConfigurationInput = z.output<typeof importConfigurationInput>;

export type Outcome = "added" | "changed" | "unchanged" | "refused";
export type RefusalReason =
  | "kind_differs"
  | "standing_differs"
  | "unknown_template"
  | "unknown_center"
  | "default_taken"
  | "twice";
export type PlannedEntry = {
  section: SectionKey;
  name: string;
  outcome: Outcome;
  reason: RefusalReason | null;
  fields: string[];
};

/** What an import does, for a person to read before it does it. */
export type ImportPlan = {
  counts: Record<Outcome, number>;
  /** Everything but what is unchanged. */
  entries: PlannedEntry[];
  fingerprint: string;
  applied: boolean;
};
