import { z } from "zod";
import { id, locale, requiredText } from "@/lib/values/fields";
import { hasUnstorable } from "@/lib/values/text";
import { RECORD_TYPES, SYSTEM_KEYS, VARIABLE_IDS } from "./copy";

const MAX_BODY = 100_000;
const MAX_NESTING = 60;

/** Only addresses that open a page, a mail or a call; never a script. */
const href = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|mailto:|tel:)\S+$/i, "templates.problems.link");

const mark = z.discriminatedUnion("type", [
  z.object({ type: z.literal("bold") }),
  z.object({ type: z.literal("italic") }),
  z.object({ type: z.literal("link"), attrs: z.object({ href }) }),
]);

const text = z.object({
  type: z.literal("text"),
  text: z
    .string()
    .min(1)
    .refine((value) => !hasUnstorable(value), "unreadable_characters"),
  marks: z.array(mark).max(3).optional(),
});
const variable = z.object({ type: z.literal("variable"), attrs: z.object({ id: z.enum(VARIABLE_IDS) }) });
const hardBreak = z.object({ type: z.literal("hardBreak") });

export const inlineNode = z.discriminatedUnion("type", [text, variable, hardBreak]);
export type InlineNode = z.output<typeof inlineNode>;

export type BlockNode =
  | { type: "paragraph"; content?: InlineNode[] }
  | { type: "heading"; attrs: { level: number }; content?: InlineNode[] }
  | { type: "bulletList"; content: ListItem[] }
  | { type: "orderedList"; content: ListItem[] };
type ListItem = { type: "listItem"; content: BlockNode[] };

const inlines = z.array(inlineNode).max(2000).optional();

const blockNode: z.ZodType<BlockNode> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("paragraph"), content: inlines }),
    z.object({ type: z.literal("heading"), attrs: z.object({ level: z.int().min(1).max(3) }), content: inlines }),
    z.object({ type: z.literal("bulletList"), content: listItems }),
    z.object({ type: z.literal("orderedList"), content: listItems }),
  ]),
);
const listItem = z.object({ type: z.literal("listItem"), content: z.array(blockNode).min(1).max(50) });
const listItems = z.array(listItem).min(1).max(200);

/** The body of a letter as it is stored: a small part of the editor's format, with variables as nodes. */
export const letterBody = z.object({ type: z.literal("doc"), content: z.array(blockNode).min(1).max(500) });
export type LetterBody = z.output<typeof letterBody>;

export type Letter = { subject: string; body: LetterBody };

/** How deep the brackets of a JSON text nest, so that nothing has to follow them to find out. */
function nesting(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of json) {
    if (sign === "{" || sign === "[") deepest = Math.max(deepest, ++depth);
    else if (sign === "}" || sign === "]") depth -= 1;
  }
  return deepest;
}

function parsedJson(value: unknown) {
  if (typeof value !== "string" || value.length > MAX_BODY || nesting(value) > MAX_NESTING) return null;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

/** Subject and body as the editor posts them: the body as JSON text. */
export const letterFields = z.object({
  subject: requiredText(200),
  body: z.preprocess(parsedJson, letterBody),
});

export const recordType = z.enum(RECORD_TYPES);
export const systemKey = z.enum(SYSTEM_KEYS);

/** The address of the page that adds one; what is not known becomes a template for clients. */
export const newTemplateQuery = z.object({ for: recordType.catch("client") });

export const addTemplateInput = letterFields.extend({ recordType, language: locale, name: requiredText(120) });
export const editTemplateInput = letterFields.extend({
  templateId: id,
  version: z.coerce.number().int(),
  language: locale,
  name: requiredText(120),
});
export const templateInput = z.object({ templateId: id });
export const systemLetterInput = letterFields.extend({ key: systemKey, language: locale });
export const resetSystemLetterInput = z.object({ key: systemKey, language: locale });

/** A letter as it stands in the editor, saved or not, to look at or to send to oneself. */
export const draftInput = letterFields.extend({
  purpose: z.union([recordType, systemKey]),
  language: locale,
  clientId: z.preprocess((value) => value || null, id.nullable()),
});

export type AddTemplateInput = z.output<typeof addTemplateInput>;
export type EditTemplateInput = z.output<typeof editTemplateInput>;
export type SystemLetterInput = z.output<typeof systemLetterInput>;
export type DraftInput = z.output<typeof draftInput>;
