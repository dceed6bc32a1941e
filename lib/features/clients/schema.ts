import { z } from "zod";
import { customInput } from "@/lib/features/custom-fields/inputs/schema";
import { FILTER_LIMITS } from "@/lib/features/filters/schema";
import { MESSAGE_VISIBILITIES } from "@/lib/features/messages/schema";
import { TASK_PRIORITIES } from "@/lib/features/tasks/schema";
import {
  blankAsNull,
  emailAddress,
  id,
  localDate,
  optionalLongText,
  optionalText,
  requiredText,
} from "@/lib/values/fields";
import { isId } from "@/lib/values/id";

export const CLIENT_KINDS = ["CLIENT", "PRE_CLIENT"] as const;
export const CLIENT_PURPOSES = ["LEAD", "RESOURCE_ORGANISATION"] as const;
export const RESOURCE_KINDS = ["BANK", "LENDER", "LEGISLATOR", "CHAMBER", "CLUB", "OTHER"] as const;
export const CLIENT_STANDINGS = ["ACTIVE", "INACTIVE", "PROSPECT"] as const;
export type ClientKind = (typeof CLIENT_KINDS)[number];
export type ClientPurpose = (typeof CLIENT_PURPOSES)[number];
export type ResourceKind = (typeof RESOURCE_KINDS)[number];
export type ClientStanding = (typeof CLIENT_STANDINGS)[number];

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const version = z.coerce.number().int().min(0);

/** What the add and the edit form have in common. */
export const clientFields = z.object({
  name: requiredText(200),
  legalName: optionalText(200),
  statusId: id,
  centerId: id,
  practitionerId: blankAsNull(id),
  otherPractitionerIds: z.array(id).max(100).default([]),
  addressLine1: optionalText(200),
  addressLine2: optionalText(200),
  city: optionalText(100),
  state: optionalText(100),
  postalCode: optionalText(20),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "invalid")
    .default("US"),
  phone: optionalText(60),
  email: blankAsNull(emailAddress),
  website: optionalText(300),
  naics: optionalText(10),
  industry: optionalText(120),
  employeeCount: blankAsNull(z.coerce.number("number").int("number").min(0, "number").max(10_000_000, "number")),
  /** The identifier of a language of the administrators' list. */
  language: requiredText(40),
  startedOn: blankAsNull(localDate),
  resourceKind: blankAsNull(z.enum(RESOURCE_KINDS)),
  /** By the id of a field of the organization's own. */
  custom: customInput,
});

/** A person added together with a new client; a row left blank is not meant. */
const newContactRow = z.object({
  firstName: optionalText(100),
  lastName: optionalText(100),
  email: blankAsNull(emailAddress),
  phone: optionalText(60),
  title: optionalText(120),
  isOwner: ticked,
});
export type NewContactRow = z.output<typeof newContactRow>;

export const createClientInput = clientFields.extend({
  kind: z.enum(CLIENT_KINDS),
  purpose: blankAsNull(z.enum(CLIENT_PURPOSES)),
  isPerson: z.enum(["true", "false"]).transform((text) => text === "true"),
  contacts: z.record(z.string().regex(/^\d{1,2}$/), newContactRow).default({}),
  /** A student who is not of age: the contacts are parents or guardians, and act for them. */
  isMinor: ticked.optional(),
});
export type CreateClientInput = z.output<typeof createClientInput>;

export const editClientInput = clientFields.extend({
  clientId: id,
  version,
  purpose: blankAsNull(z.enum(CLIENT_PURPOSES)),
  isPerson: z.enum(["true", "false"]).transform((text) => text === "true"),
});
export type EditClientInput = z.output<typeof editClientInput>;

/** A change of status with the message and the task made together with it; their fields count only where ticked. */
export const changeStatusInput = z
  .object({
    clientId: id,
    version,
    statusId: id,
    reason: optionalText(500),
    withMessage: ticked,
    messageText: optionalLongText(20_000),
    messageVisibility: z.enum(MESSAGE_VISIBILITIES).default("STAFF"),
    messageActionCodeId: blankAsNull(id),
    withTask: ticked,
    taskSubject: optionalText(200),
    taskPriority: z.enum(TASK_PRIORITIES).default("NORMAL"),
    taskDueOn: blankAsNull(localDate),
    taskAssigneeId: blankAsNull(id),
  })
  .refine(({ withMessage, messageText }) => !withMessage || messageText, { path: ["messageText"], message: "required" })
  .refine(({ withTask, taskSubject }) => !withTask || taskSubject, { path: ["taskSubject"], message: "required" });
export type ChangeStatusInput = z.output<typeof changeStatusInput>;

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const parameter = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(single, schema.optional().catch(undefined));

/** The edit form; a link may name the field it is about. */
export const editSearch = z.object({ field: parameter(z.string().regex(/^[\w.-]{1,80}$/)) });

export const CLIENT_SORTS = ["name", "number", "newest"] as const;
export type ClientSort = (typeof CLIENT_SORTS)[number];

/** The address of the list of clients; anything unreadable in it counts as not there. */
export const clientSearch = z.object({
  q: parameter(z.string().max(200)),
  filter: parameter(z.string().max(FILTER_LIMITS.urlLength)),
  saved: parameter(id),
  view: parameter(z.literal("open")),
  sort: parameter(z.enum(CLIENT_SORTS)),
  direction: parameter(z.enum(["asc", "desc"])),
  page: parameter(z.string().max(2_000)),
  edit: parameter(z.literal("filter")),
});
export type ClientSearch = z.output<typeof clientSearch>;

/**
 * A choice of clients, frozen: some by id, or all that match a filter (`filter` as in the address of the list, `q` as
 * typed into its search box) but for `except`.
 */
export const clientSelection = z.object({
  all: z.boolean(),
  ids: z.array(id).max(5_000),
  filter: z.string().max(FILTER_LIMITS.urlLength).optional(),
  q: z.string().max(200).optional(),
  except: z.array(id).max(5_000),
});
export type ClientSelection = z.output<typeof clientSelection>;

const idList = z.preprocess(
  (value) => (typeof value === "string" ? value.split(",").filter(isId) : []),
  z.array(id).max(5_000),
);

/** Reads the selection that `selectionQuery` put into an address; `client` alone chooses that one. */
export const selectionAddress = z
  .object({
    all: parameter(z.literal("true")),
    ids: z.preprocess(single, idList),
    except: z.preprocess(single, idList),
    filter: parameter(z.string().max(FILTER_LIMITS.urlLength)),
    q: parameter(z.string().max(200)),
    client: parameter(id),
  })
  .transform(
    ({ all, ids, except, filter, q, client }): ClientSelection =>
      all ? { all: true, ids: [], except, filter, q } : { all: false, ids: client ? [client] : ids, except: [] },
  );
