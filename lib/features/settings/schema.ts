import { z } from "zod";
import { blankAsNull, emailAddress, optionalText, requiredText, timeZone } from "@/lib/values/fields";

const term = (singular: string, plural: string) =>
  z.object({ singular: requiredText(40).default(singular), plural: requiredText(40).default(plural) }).prefault({});

/** The words an administrator may rename; labels on screen come from here, nothing else changes. */
export const terminology = z.object({
  center: term("Center", "Centers"),
  practitioner: term("Counselor", "Counselors"),
  prospect: term("Prospect", "Prospects"),
  client: term("Client", "Clients"),
  preClient: term("Pre-client", "Pre-clients"),
  session: term("Session", "Sessions"),
  trainingEvent: term("Training event", "Training events"),
});
export type Terminology = z.output<typeof terminology>;

/** The plans the product comes in. */
export const EDITIONS = ["TRIAL", "STANDARD", "ENTERPRISE"] as const;
/** The fields of a client that its contacts can correct under "My Information". */
export const PORTAL_FIELDS = [
  "name",
  "addressLine1",
  "addressLine2",
  "city",
  "state",
  "postalCode",
  "phone",
  "email",
  "website",
  "industry",
  "employeeCount",
] as const;
export type PortalField = (typeof PORTAL_FIELDS)[number];

/** What becomes of a correction: it counts at once, staff look at it first, or the field is only for reading. */
export const PORTAL_FIELD_RULES = ["AT_ONCE", "STAFF", "NONE"] as const;
export type PortalFieldRule = (typeof PORTAL_FIELD_RULES)[number];

const fieldRule = z.enum(PORTAL_FIELD_RULES);
const portalFieldRules = <Rule extends z.ZodType>(rule: Rule) =>
  z.object(Object.fromEntries(PORTAL_FIELDS.map((field) => [field, rule])) as Record<PortalField, Rule>);

export const TEAM_ROLES = ["ADMINISTRATOR", "STAFF", "PRACTITIONER"] as const;

/** How long before a session its clients can be reminded, in minutes. */
export const REMINDER_LEADS = [30, 60, 120, 240, 720, 1_440, 2_880, 4_320, 10_080] as const;

/** How clients come to a time in the portal. */
export const BOOKING_MODES = ["OFF", "REQUEST", "DIRECT"] as const;
export const WAITING_MODES = ["OFF", "ONE_BY_ONE", "FIRST_COME"] as const;
export type BookingMode = (typeof BOOKING_MODES)[number];

/** Every setting there is, with its shape and its defaults. */
export const SETTINGS = {
  organization: z.object({
    name: requiredText(120).default("Caseload"),
    timeZone: timeZone.default("America/Chicago"),
    website: optionalText(200).default(null),
  }),
  terminology,
  clientFields: z.object({
    /** Names of the fields a client must have filled in; a pre-client never must. */
    mandatory: z.array(z.string().max(60)).max(200).default([]),
  }),
  portal: z.object({
    /** "Allow the business owner(s) to edit client record?" */
    ownersMayEdit: z.boolean().default(true),
  }),
  security: z.object({
    /** Without an authenticator they get no further than their own account. */
    secondFactorRoles: z.array(z.enum(TEAM_ROLES)).default([]),
    /** Minutes without a request after which a sign-in is over. */
    staffIdleMinutes: z.int().min(5).max(720).default(60),
    portalIdleMinutes: z.int().min(5).max(720).default(60),
  }),
  booking: z.object({
    /** Whether clients find times in the portal: not at all, as a request that staff answer, or at once. */
    mode: z.enum(BOOKING_MODES).default("OFF"),
    /** How long a session is whose service says nothing. */
    minutes: z.int().min(15).max(480).default(60),
    /** So long before it begins a time can still be taken. */
    noticeHours: z.int().min(0).max(720).default(24),
    /** So far ahead times are shown. */
    horizonDays: z.int().min(1).max(120).default(42),
    /** Kept free before and after a practitioner's sessions. */
    bufferMinutes: z.int().min(0).max(240).default(0),
    /** Sessions on one day; 0 is as many as fit. */
    practitionerDaily: z.int().min(0).max(50).default(0),
    clientDaily: z.int().min(0).max(50).default(1),
    /** So long before it begins a client can still cancel or move it; afterwards they call. */
    changeHours: z.int().min(0).max(720).default(24),
    /** Whether clients wait for a time to get free, and whether it is then offered to one after another or to all. */
    waiting: z.enum(WAITING_MODES).default("OFF"),
    /** So long somebody who is asked alone has to answer. */
    waitingMinutes: z.int().min(15).max(2_880).default(120),
  }),
  sessionMails: z.object({
    /** How many minutes before a session its clients are reminded. */
    reminders: z
      .array(z.union(REMINDER_LEADS.map((lead) => z.literal(lead))))
      .max(4)
      .default([1_440, 120]),
  }),
  retention: z.object({
    /** Never fewer than a day: the limit of passcodes a day counts them. */
    passcodeHours: z.int().min(24).max(720).default(24),
    /** Days after the end of a sign-in or a one-time link. */
    signInDays: z.int().min(1).max(3_650).default(30),
    /** Days after which the words of a mail are erased; whom it went to, when and about what stays. */
    mailBodyDays: z.int().min(7).max(3_650).default(90),
    /** Years after which the audit is erased; null keeps it for good. The database erases nothing younger than six. */
    auditYears: z.int().min(6).max(100).nullable().default(null),
  }),
  edition: z.object({
    /** What the organization has paid for; programs may read its data in all but Standard. */
    edition: z.enum(EDITIONS).default("TRIAL"),
  }),
  portalFields: portalFieldRules(fieldRule.default("AT_ONCE")),
  mail: z.object({
    fromName: requiredText(120).default("Caseload"),
    replyTo: emailAddress.nullable().default(null),
    /** Nothing leaves while it is on; a restored backup starts so. */
    paused: z.boolean().default(false),
    /** Printed under every mailing (CAN-SPAM: a valid postal address) where a client's center has none. */
    postalAddress: optionalText(300).default(null),
  }),
} as const;

/** The settings that have a page of their own under the configuration, by what stands in its address. */
export const SECTIONS = {
  organization: "organization",
  words: "terminology",
  portal: "portal",
  corrections: "portalFields",
  booking: "booking",
  mail: "mail",
  "session-mails": "sessionMails",
} as const satisfies Record<string, keyof typeof SETTINGS>;
export type Section = keyof typeof SECTIONS;
export const isSection = (text: string): text is Section => Object.hasOwn(SECTIONS, text);

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<Key extends SettingKey> = z.output<(typeof SETTINGS)[Key]>;
export type Settings = { [Key in SettingKey]: SettingValue<Key> };

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

// What the forms of the configuration send; a box that is not ticked is not sent at all.
export const organizationInput = z.object({
  name: requiredText(120),
  timeZone,
  website: optionalText(200),
});
export const clientFieldsInput = z.object({ mandatory: z.array(z.string().max(60)).max(200).default([]) });
export const editionInput = z.object({ edition: z.enum(EDITIONS) });
const number = z.coerce.number("number").int("number");
export const securityInput = z.object({
  secondFactorRoles: z.array(z.enum(TEAM_ROLES)).default([]),
  staffIdleMinutes: number.min(5, "settings.refusals.idle").max(720, "settings.refusals.idle"),
  portalIdleMinutes: number.min(5, "settings.refusals.idle").max(720, "settings.refusals.idle"),
});
export const retentionInput = z.object({
  passcodeHours: number.min(24, "settings.refusals.passcodeHours").max(720, "settings.refusals.passcodeHours"),
  signInDays: number.min(1, "settings.refusals.signInDays").max(3_650, "settings.refusals.signInDays"),
  mailBodyDays: number.min(7, "settings.refusals.mailBodyDays").max(3_650, "settings.refusals.mailBodyDays"),
  auditYears: blankAsNull(number.min(6, "settings.refusals.auditYears").max(100, "settings.refusals.auditYears")),
});
const within = (least: number, most: number) =>
  number.min(least, "settings.refusals.booking").max(most, "settings.refusals.booking");
export const bookingInput = z.object({
  mode: z.enum(BOOKING_MODES),
  minutes: within(15, 480),
  noticeHours: within(0, 720),
  horizonDays: within(1, 120),
  bufferMinutes: within(0, 240),
  practitionerDaily: within(0, 50),
  clientDaily: within(0, 50),
  changeHours: within(0, 720),
  waiting: z.enum(WAITING_MODES),
  waitingMinutes: within(15, 2_880),
});
const leadOf = (text: string) => REMINDER_LEADS.find((lead) => String(lead) === text);
export const sessionMailsInput = z.object({
  reminders: z
    .array(z.string().max(6))
    .max(4, "settings.refusals.reminders")
    .default([])
    .transform((sent) => sent.flatMap((text) => leadOf(text) ?? [])),
});
export const portalInput = z.object({ ownersMayEdit: ticked });
export const portalFieldsInput = portalFieldRules(fieldRule);
export const mailInput = z.object({
  fromName: requiredText(120),
  replyTo: blankAsNull(emailAddress),
  postalAddress: optionalText(300),
  paused: ticked,
});

const termInput = z.object({ singular: requiredText(40), plural: requiredText(40) });
export const terminologyInput = z.object({
  center: termInput,
  practitioner: termInput,
  prospect: termInput,
  client: termInput,
  preClient: termInput,
  session: termInput,
  trainingEvent: termInput,
});

/** The words that can be renamed, in the order in which people meet them. */
export const TERM_KEYS = [
  "client",
  "preClient",
  "prospect",
  "practitioner",
  "center",
  "session",
  "trainingEvent",
] as const satisfies readonly (keyof Terminology)[];

/** A setting somebody changed: who, when, and each value before and after, ready to be read. */
export type SettingChange = {
  id: string;
  at: Date;
  actorName: string;
  key: string;
  changes: { field: string; from: string; to: string }[];
};
