import { z } from "zod";
import { emailAddress, optionalText, requiredText, timeZone } from "@/lib/values/fields";

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

/** Every setting there is, with its shape and its defaults. */
export const SETTINGS = {
  organization: z.object({
    name: requiredText(120).default("Caseload"),
    timeZone: timeZone.default("America/Chicago"),
    website: optionalText(200).default(null),
  }),
  terminology,
  portal: z.object({
    /** "Allow the business owner(s) to edit client record?" */
    ownersMayEdit: z.boolean().default(true),
  }),
  mail: z.object({
    fromName: requiredText(120).default("Caseload"),
    replyTo: emailAddress.nullable().default(null),
    /** Nothing leaves while it is on; a restored backup starts so. */
    paused: z.boolean().default(false),
    /** Printed under every mailing (CAN-SPAM: a valid postal address) where a client's center has none. */
    postalAddress: optionalText(300).default(null),
  }),
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<Key extends SettingKey> = z.output<(typeof SETTINGS)[Key]>;
