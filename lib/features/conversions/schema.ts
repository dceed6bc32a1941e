import { z } from "zod";
import { makeClientInput } from "@/lib/features/clients/making/schema";
import { CLIENT_KINDS } from "@/lib/features/clients/schema";
import { blankAsNull, id } from "@/lib/values/fields";

export const CONVERSION_KIND = "prospect-conversion";

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** What becomes of a person of the prospect: a new contact, one that is there already, or nothing. */
const choice = z.union([z.enum(["create", "leave"]), id]);

/** What a client must have and the prospect has not. */
const { clientId: _, signedOn: __, ...asked } = makeClientInput.shape;

export const convertProspectInput = z
  .object({
    ...asked,
    prospectId: id,
    /** What a new one becomes; a pre-client needs no mandatory fields. */
    kind: z.enum(CLIENT_KINDS).default("CLIENT"),
    /** A client that is there already; a new one without. */
    clientId: blankAsNull(id).optional(),
    centerId: blankAsNull(id).optional(),
    isPerson: z.enum(["true", "false"]).default("false"),
    copyMessages: ticked,
    copyDocuments: ticked,
    /** By the id of the prospect's contact. */
    people: z.record(id, choice).default({}),
  })
  .refine(({ clientId, centerId }) => clientId || centerId, { path: ["centerId"], message: "required" });
export type ConvertProspectInput = z.output<typeof convertProspectInput>;

export const undoConversionInput = z.object({ prospectId: id, operationId: id });

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const parameter = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(single, schema.optional().catch(undefined));

/** The page that converts: `find` looks for a client that is there already, `client` names it. */
export const conversionSearch = z.object({ find: parameter(z.string().max(200)), client: parameter(id) });

const named = z.object({ id, name: z.string() });

/** What a conversion did, kept with its operation. */
export const receiptRecord = z.object({
  prospect: named,
  client: named.extend({ number: z.string() }),
  existing: z.boolean(),
  created: z.array(named),
  matched: z.array(named),
  /** Names of those who stay on the prospect only. */
  left: z.array(z.string()),
  messages: z.object({ linked: z.number(), left: z.number() }),
  documents: z.object({ copied: z.number(), left: z.number() }),
  /** Fields of the organization's own whose values came along. */
  fields: z.array(z.string()).default([]),
  openTasks: z.number(),
  hadNotes: z.boolean(),
});
export type Receipt = z.output<typeof receiptRecord>;

/** A receipt with what became of the conversion. */
export type ConversionResult = {
  operationId: string;
  receipt: Receipt;
  by: string | null;
  at: Date;
  undoUntil: Date | null;
  /** Why taking it back had to leave it, "changed:clients" for example. */
  keptBy: string | null;
};

/** A contact who may be the same person as one of the prospect's. */
export type PersonMatch = { personId: string; id: string; name: string; email: string | null; clients: string[] };

/** A client that may be the same as the prospect. */
export type ClientMatch = { id: string; name: string; number: string; center: string };
