import { z } from "zod";
import { customInput } from "@/lib/features/custom-fields/inputs/schema";
import type { CustomField } from "@/lib/features/custom-fields/schema";
import {
  blankAsNull,
  emailAddress,
  id,
  localDate,
  locale,
  optionalLongText,
  optionalText,
  requiredText,
} from "@/lib/values/fields";

export const PROSPECT_OUTCOMES = ["OPEN", "WON", "LOST"] as const;
export type ProspectOutcome = (typeof PROSPECT_OUTCOMES)[number];

const version = z.coerce.number().int().min(0);

/** A prospect in ten seconds: a name and one way to reach them. */
export const addProspectInput = z.object({
  name: requiredText(200),
  reach: optionalText(254),
  centerId: blankAsNull(id).optional(),
});
export type AddProspectInput = z.output<typeof addProspectInput>;

/** What the forms of a prospect have in common. */
export const prospectFields = z.object({
  name: requiredText(200),
  department: optionalText(120),
  source: optionalText(80),
  notes: optionalLongText(10_000),
  stageId: id,
  email: blankAsNull(emailAddress),
  phone: optionalText(60),
  ownerId: blankAsNull(id),
  centerId: blankAsNull(id),
  nextStep: optionalText(200),
  nextStepOn: blankAsNull(localDate),
  language: locale.default("en"),
  /** By the id of a field of the organization's own. */
  custom: customInput,
});

export const createProspectInput = prospectFields;
export type CreateProspectInput = z.output<typeof createProspectInput>;

export const editProspectInput = prospectFields.extend({ prospectId: id, version });
export type EditProspectInput = z.output<typeof editProspectInput>;

/** `fromStageId` is where it stood for whom moves it: a move from elsewhere meanwhile is said, not swallowed. */
export const moveProspectInput = z.object({ prospectId: id, stageId: id, fromStageId: id.optional() });
export type MoveProspectInput = z.output<typeof moveProspectInput>;

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const parameter = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(single, schema.optional().catch(undefined));

export const PROSPECT_SORTS = ["newest", "name"] as const;
export const AGES = ["week", "month", "quarter", "older"] as const;
export type Age = (typeof AGES)[number];

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const idOrNone = z.union([id, z.literal("none")]);

/** Which prospects are meant: what the list, the board and every bar of the sales page name in their addresses. */
const chosen = {
  saved: parameter(id),
  q: parameter(z.string().max(200)),
  stage: parameter(id),
  owner: parameter(idOrNone),
  source: parameter(z.string().max(80)),
  center: parameter(idOrNone),
  outcome: parameter(z.enum(PROSPECT_OUTCOMES)),
  next: parameter(z.enum(["none", "overdue"])),
  age: parameter(z.enum(AGES)),
  created: parameter(month),
  converted: parameter(z.enum(["yes", "no"])),
  /** Further conditions, as the text of an address. */
  filter: parameter(z.string()),
};

/** The address of the list of prospects; anything unreadable in it counts as not there. */
export const prospectSearch = z.object({
  ...chosen,
  sort: parameter(z.enum(PROSPECT_SORTS)),
  page: parameter(z.string().max(2_000)),
  edit: parameter(z.literal("filter")),
});
export type ProspectSearch = z.output<typeof prospectSearch>;
export type ProspectChoice = Omit<ProspectSearch, "sort" | "page" | "edit">;

/** One prospect as the list shows it. `nextStepOn` is a local date. */
export type ProspectRow = {
  id: string;
  name: string;
  department: string | null;
  stage: string;
  outcome: ProspectOutcome;
  source: string | null;
  owner: string | null;
  center: string | null;
  email: string | null;
  phone: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
  createdAt: Date;
};

type Choice = { id: string; name: string };

/** What forms and filters of prospects choose from. */
export type ProspectChoices = {
  stages: (Choice & { outcome: ProspectOutcome })[];
  owners: Choice[];
  centers: Choice[];
  sources: string[];
  /** The organization's own fields of prospects, archived ones among them. */
  custom: CustomField[];
};

/** "No source was written down", in an address. */
export const NO_SOURCE = "none";
