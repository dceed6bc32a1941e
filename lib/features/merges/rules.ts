import { isBlank } from "@/lib/values/text";

const hasValue = (value: unknown) =>
  typeof value === "string" || value === null || value === undefined ? !isBlank(value ?? null) : true;

/** From whom each field is taken unless a person says otherwise: from the record kept, or who has it where that has not. */
export function fullestPicks<Field extends string>(
  fields: readonly Field[],
  records: readonly ({ id: string } & Partial<Record<Field, unknown>>)[],
  winnerId: string,
): Record<Field, string> {
  const order = records.toSorted((a, b) => Number(b.id === winnerId) - Number(a.id === winnerId));
  const from = (field: Field) => order.find((record) => hasValue(record[field]))?.id ?? winnerId;
  return Object.fromEntries(fields.map((field) => [field, from(field)])) as Record<Field, string>;
}
