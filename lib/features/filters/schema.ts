import { z } from "zod";
import { localDate } from "@/lib/values/fields";
import type { SqlFragment } from "@/lib/values/sql";
import { hasUnstorable } from "@/lib/values/text";

export const FILTER_LIMITS = { depth: 4, conditions: 50, choices: 500, text: 200, urlLength: 12_000 } as const;

/** What can be asked of each kind of field. `is_empty` needs a field that may be empty. */
export const OPERATORS = {
  text: ["contains", "not_contains", "is", "is_not", "starts_with", "is_empty", "is_not_empty"],
  number: ["equals", "at_least", "at_most", "between", "is_empty", "is_not_empty"],
  date: ["in", "not_in", "before", "after", "is_empty", "is_not_empty"],
  choice: ["one_of", "none_of", "is_empty", "is_not_empty"],
  reference: ["one_of", "none_of", "is_empty", "is_not_empty"],
  boolean: ["yes", "no"],
  "related-activity": ["had", "had_none"],
} as const;

export type FilterKind = keyof typeof OPERATORS;
export type Operator = (typeof OPERATORS)[FilterKind][number];

const NAMED_PERIODS = [
  "today",
  "yesterday",
  "this_week",
  "last_week",
  "this_month",
  "last_month",
  "this_year",
  "last_year",
] as const;

/** The next day must still have four digits of year, or PostgreSQL reads something else. */
const day = localDate.refine((date) => date >= "1000-01-01" && date < "9999-01-01", "date");

/** Days, relative to the day it is asked or fixed; both ends belong to it, null is open. */
export const period = z.union([
  z
    .strictObject({ start: day.nullable(), end: day.nullable() })
    .refine(({ start, end }) => start === null || end === null || start <= end, "range"),
  z.strictObject({ lastDays: z.int().min(1).max(36_500) }),
  z.strictObject({ nextDays: z.int().min(1).max(36_500) }),
  z.strictObject({ named: z.enum(NAMED_PERIODS) }),
]);
export type Period = z.infer<typeof period>;

const finite = z.number().min(-1e15).max(1e15);
const words = z
  .string()
  .min(1)
  .max(FILTER_LIMITS.text)
  .refine((text) => !hasUnstorable(text));
const choices = z.array(words).min(1).max(FILTER_LIMITS.choices);
const numberRange = z.strictObject({ min: finite, max: finite }).refine(({ min, max }) => min <= max, "range");

export const VALUE_SCHEMAS = {
  contains: words,
  not_contains: words,
  is: words,
  is_not: words,
  starts_with: words,
  equals: finite,
  at_least: finite,
  at_most: finite,
  between: numberRange,
  in: period,
  not_in: period,
  before: day,
  after: day,
  one_of: choices,
  none_of: choices,
  had: period,
  had_none: period,
  is_empty: z.undefined(),
  is_not_empty: z.undefined(),
  yes: z.undefined(),
  no: z.undefined(),
} satisfies Record<Operator, z.ZodType>;

export type FilterValue = string | number | string[] | Period | { min: number; max: number };
export type FilterCondition = { field: string; operator: string; value?: FilterValue };

/** A tree of conditions. `{ all: [] }` lets everything through. */
export type FilterTree = { all: FilterTree[] } | { any: FilterTree[] } | { not: FilterTree } | FilterCondition;

const filterValue = z.union([words, finite, choices, period, numberRange]);

const filterNode: z.ZodType<FilterTree> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(filterNode) }),
    z.strictObject({ any: z.array(filterNode).min(1) }),
    z.strictObject({ not: filterNode }),
    z.strictObject({
      field: z.string().regex(/^[a-z][A-Za-z0-9_.]{0,59}$/),
      operator: z.string().regex(/^[a-z_]{1,20}$/),
      value: filterValue.optional(),
    }),
  ]),
);

/** Groups above the deepest condition and number of conditions; stops counting beyond the limits, so it is cheap. */
function isTooLarge(input: unknown): boolean {
  let conditions = 0;
  const waiting: { node: unknown; depth: number }[] = [{ node: input, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (typeof node !== "object" || node === null) continue;
    const { all, any, not } = node as Record<string, unknown>;
    const children = [all, any].find(Array.isArray) ?? (not === undefined ? null : [not]);
    if (children === null) conditions += 1;
    else if (depth >= FILTER_LIMITS.depth || children.length > FILTER_LIMITS.conditions) return true;
    if (conditions > FILTER_LIMITS.conditions || waiting.length > 1_000) return true;
    for (const child of children ?? []) waiting.push({ node: child, depth: depth + 1 });
  }
  return false;
}

/** A filter from outside: at most 4 groups deep, at most 50 conditions, nothing unknown in its shape. */
export const filterTree = z
  .unknown()
  .refine((input) => !isTooLarge(input), { message: "filter_too_large", abort: true })
  .pipe(filterNode);

/**
 * One thing a list can be filtered by, as data. Column names and fragments come from our own source only.
 * `rows` turns the condition into one on related rows: the part of a subquery behind "select 1 from", tied to the
 * outer row, such as sql`attendances where attendances.client_id = clients.id`.
 */
export type FilterField = {
  key: string;
  /** Message key; of a related activity a plural noun ("sessions"). */
  labelKey: string;
  kind: FilterKind;
  column: string | SqlFragment;
  rows?: SqlFragment;
  /** A date kept as a moment (timestamptz) rather than as a day. */
  instant?: true;
  /** May be null, so "is empty" can be asked. */
  nullable?: true;
  /** The closed list of a choice; references take any id. */
  choices?: readonly string[];
};
