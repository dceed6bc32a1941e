import { z } from "zod";
import { clientSelection } from "@/lib/features/clients/schema";
import { letterBody, letterFields } from "@/lib/features/templates/schema";
import { blankAsNull, emailAddress, id, locale, optionalText, requiredText } from "@/lib/values/fields";

export type MailingStatus = "DRAFT" | "HELD" | "SENDING" | "STOPPED" | "SENT";

export type RecipientState = "READY" | "SKIPPED" | "QUEUED" | "SENT" | "FAILED" | "STOPPED";

const AUDIENCES = ["primary", "all"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Whose name stands where a letter names the practitioner. */
const PRACTITIONER_CHOICES = ["own", "missing", "everyone"] as const;

/** One named person instead of practitioners (S2-23): for everybody, or only where a practitioner is missing. */
const administrativeContact = z.object({
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  for: z.enum(["missing", "everyone"]),
});
export type AdministrativeContact = z.output<typeof administrativeContact>;

/** Columns of a mailing that hold JSON, as they are kept. */
export const storedMailing = z.object({
  selection: clientSelection,
  body: letterBody,
  language: locale.catch("en"),
  audience: z.enum(AUDIENCES),
  administrativeContact: administrativeContact.nullable(),
});

const selectionFields = {
  all: z.literal("true").optional(),
  ids: z.array(id).max(5_000).default([]),
  except: z.array(id).max(5_000).default([]),
  filter: clientSelection.shape.filter,
  q: clientSelection.shape.q,
};

/** A choice of clients as the list's form posts it. */
export const startMailingInput = z.object(selectionFields);
export type SelectionFields = z.output<typeof startMailingInput>;

/** A letter while it is being written: nothing has to be there yet. `editor` names the open page that writes it. */
export const keepLetterInput = z.object({
  ...selectionFields,
  mailingId: z.preprocess((value) => value || undefined, id.optional()),
  version: z.coerce.number().int().default(0),
  editor: id,
  templateId: blankAsNull(id),
  subject: optionalText(200),
  body: letterFields.shape.body,
});
export type KeepLetterInput = z.output<typeof keepLetterInput>;

/** The letter with the button that was pressed: only "Save as Draft" takes one without a subject. */
export const writeLetterInput = keepLetterInput
  .extend({ intent: z.enum(["continue", "draft"]).default("continue") })
  .superRefine(({ intent, subject }, context) => {
    if (intent === "continue" && !subject) context.addIssue({ code: "custom", path: ["subject"], message: "required" });
  });
export type WriteLetterInput = z.output<typeof writeLetterInput>;

export const chooseRecipientsInput = z
  .object({
    mailingId: id,
    audience: z.enum(AUDIENCES),
    practitioner: z.enum(PRACTITIONER_CHOICES).default("own"),
    contactName: optionalText(120),
    contactEmail: blankAsNull(emailAddress),
    contactPhone: optionalText(60),
  })
  .superRefine(({ practitioner, contactName, contactEmail }, context) => {
    if (practitioner === "own") return;
    if (!contactName) context.addIssue({ code: "custom", path: ["contactName"], message: "required" });
    if (!contactEmail) context.addIssue({ code: "custom", path: ["contactEmail"], message: "required" });
  });
export type ChooseRecipientsInput = z.output<typeof chooseRecipientsInput>;

export const mailingInput = z.object({ mailingId: id });
export type MailingInput = z.output<typeof mailingInput>;

export const recipientInput = z.object({ mailingId: id, recipientId: id });
export type RecipientInput = z.output<typeof recipientInput>;

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** `receivers` is the number the person saw when they pressed Send. */
export const sendMailingInput = z.object({
  mailingId: id,
  receivers: z.coerce.number().int().min(0),
  copyToSender: ticked,
  logInStream: ticked,
});
export type SendMailingInput = z.output<typeof sendMailingInput>;

export const testLetterInput = z.object({ mailingId: id, position: z.coerce.number().int().min(1).default(1) });
export type TestLetterInput = z.output<typeof testLetterInput>;

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const parameter = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(single, schema.optional().catch(undefined));

/** The address of the list. */
export const mailingSearch = z.object({ page: parameter(z.string().max(2_000)) });

/** The address of the first step: a template that was picked. */
export const letterSearch = z.object({ template: parameter(z.union([id, z.literal("none")])) });

/** The address of the review: which message is shown, a name to jump to, and whose list of skipped people. */
export const reviewSearch = z.object({
  at: parameter(z.coerce.number().int().min(1)),
  find: parameter(requiredText(100)),
  skipped: parameter(z.coerce.number().int().min(0)),
});
export type ReviewSearch = z.output<typeof reviewSearch>;

/** The address of the results: one state only, and where the page begins. */
export const resultSearch = z.object({
  state: parameter(z.enum(["waiting", "sent", "failed", "stopped", "skipped"])),
  page: parameter(z.string().max(2_000)),
});
export type ResultSearch = z.output<typeof resultSearch>;
