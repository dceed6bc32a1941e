import { z } from "zod";
import { CUSTOM_LIMITS, CUSTOM_RECORDS, CUSTOM_TYPES, type CustomField } from "@/lib/features/custom-fields/schema";
import { id, optionalText, requiredText } from "@/lib/values/fields";

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** In the order of the form; a row without a label is not meant. */
const choices = z
  .record(z.string().regex(/^\d{1,3}$/), z.object({ id: z.literal("").or(id).default(""), label: optionalText(120) }))
  .default({})
  .transform((rows) =>
    Object.entries(rows)
      .sort(([a], [b]) => Number(a) - Number(b))
      .flatMap(([, row]) => (row.label ? [{ id: row.id || null, label: row.label }] : [])),
  )
  .refine((rows) => rows.length <= CUSTOM_LIMITS.choices, "custom-fields.refusals.tooManyChoices");

const shared = { label: requiredText(80), help: optionalText(200), mandatory: ticked, choices };

export const addCustomFieldInput = z.object({
  recordKind: z.enum(CUSTOM_RECORDS),
  type: z.enum(CUSTOM_TYPES, "required"),
  ...shared,
});
export type AddCustomFieldInput = z.output<typeof addCustomFieldInput>;

export const editCustomFieldInput = z.object({ fieldId: id, version: z.coerce.number().int().min(0), ...shared });
export type EditCustomFieldInput = z.output<typeof editCustomFieldInput>;

/** `position` counts from 0 among the live fields of the same kind of record. */
export const placeCustomFieldInput = z.object({ fieldId: id, position: z.coerce.number().int().min(0).max(100) });
export type PlaceCustomFieldInput = z.output<typeof placeCustomFieldInput>;

export const customFieldInput = z.object({ fieldId: id });

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);
/** Which kind of record the page of fields is about. */
export const fieldsSearch = z.object({
  of: z.preprocess(single, z.enum(CUSTOM_RECORDS).optional().catch(undefined)),
});

/** A field as the administration lists it. */
export type CustomFieldRow = CustomField & {
  version: number;
  /** How many records have something in it. */
  used: number;
};
