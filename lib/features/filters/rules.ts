import { addDays, type LocalDate } from "@/lib/values/date";
import { isId } from "@/lib/values/id";
import { isoOf } from "@/lib/values/instant";
import { emptySql, escapeLike, joinSql, type SqlFragment, sql, sqlName } from "@/lib/values/sql";
import { startOfDay } from "@/lib/values/wall-clock";
import { periodRange } from "./periods/rules";
import {
  type FilterCondition,
  type FilterField,
  type FilterTree,
  OPERATORS,
  type Operator,
  type Period,
  VALUE_SCHEMAS,
} from "./schema";

export type FilterProblem = {
  code: "unknown_field" | "unknown_operator" | "wrong_value";
  field: string;
  operator: string;
};

export type CompiledFilter = { ok: true; where: SqlFragment } | { ok: false; problems: FilterProblem[] };

/** Relative dates count from `today`; days of moments begin and end in `zone`. */
export type FilterContext = { today: LocalDate; zone: string };

/**
 * The filter as one SQL condition in parentheses, or everything wrong with it, never both. The caller must AND it with
 * the scope of the person who asks. Rows where a column is null count as "not": "none of" and "not" include them.
 */
export function compileFilter(
  tree: FilterTree,
  fields: readonly FilterField[],
  context: FilterContext,
): CompiledFilter {
  const problems: FilterProblem[] = [];
  const where = compileNode(tree, (condition) => {
    const checked = checkCondition(condition, fields);
    if ("code" in checked) {
      problems.push(checked);
      return emptySql;
    }
    return compileCondition(checked, context);
  });
  return problems.length === 0 ? { ok: true, where } : { ok: false, problems };
}

/** The operators a field offers, in the order to show them. */
export function operatorsOf(field: FilterField): readonly Operator[] {
  const all: readonly Operator[] = OPERATORS[field.kind];
  return all.filter((operator) => field.nullable || (operator !== "is_empty" && operator !== "is_not_empty"));
}

function compileNode(tree: FilterTree, leaf: (condition: FilterCondition) => SqlFragment): SqlFragment {
  if ("not" in tree) return sql`((${compileNode(tree.not, leaf)}) is not true)`;
  if ("all" in tree) return group(tree.all, sql`true`, " and ");
  if ("any" in tree) return group(tree.any, sql`false`, " or ");
  return leaf(tree);

  function group(children: readonly FilterTree[], empty: SqlFragment, word: " and " | " or "): SqlFragment {
    if (children.length === 0) return empty;
    return sql`(${joinSql(
      children.map((child) => compileNode(child, leaf)),
      word,
    )})`;
  }
}

type Checked = { field: FilterField; operator: Operator; value: unknown };

function checkCondition(condition: FilterCondition, fields: readonly FilterField[]): Checked | FilterProblem {
  const { field: key, operator: name, value } = condition;
  const field = fields.find((each) => each.key === key);
  if (!field) return { code: "unknown_field", field: key, operator: name };
  const operator = operatorsOf(field).find((each) => each === name);
  if (!operator) return { code: "unknown_operator", field: key, operator: name };
  const fits = VALUE_SCHEMAS[operator].safeParse(value).success && isKnownChoice(field, value);
  return fits ? { field, operator, value } : { code: "wrong_value", field: key, operator: name };
}

function isKnownChoice(field: FilterField, value: unknown): boolean {
  if (!Array.isArray(value)) return true;
  if (field.kind === "reference") return value.every(isId);
  return field.choices === undefined || value.every((each) => field.choices?.includes(each));
}

/** What is asked of the rows that must not exist is the opposite operator. */
const OPPOSITES: Partial<Record<Operator, Operator>> = {
  not_contains: "contains",
  is_not: "is",
  none_of: "one_of",
  not_in: "in",
  had_none: "had",
  no: "yes",
  is_empty: "is_not_empty",
};

function compileCondition(checked: Checked, context: FilterContext): SqlFragment {
  const opposite = OPPOSITES[checked.operator];
  const positive = test({ ...checked, operator: opposite ?? checked.operator }, context);
  const { rows } = checked.field;
  if (rows) {
    const exists = sql`exists (select 1 from ${rows} and ${positive})`;
    return opposite ? sql`not ${exists}` : exists;
  }
  return opposite ? sql`((${positive}) is not true)` : positive;
}

/** Called with positive operators and values that fit them; see `OPPOSITES` and `checkCondition`. */
function test({ field, operator, value }: Checked, context: FilterContext): SqlFragment {
  const column = columnOf(field);
  switch (operator) {
    case "contains":
      return sql`${column} ilike ${`%${escapeLike(String(value))}%`}`;
    case "starts_with":
      return sql`${column} ilike ${`${escapeLike(String(value))}%`}`;
    case "is":
      return sql`lower(${column}) = lower(${value}::text)`;
    case "equals":
      return sql`${column} = ${value}::numeric`;
    case "at_least":
      return sql`${column} >= ${value}::numeric`;
    case "at_most":
      return sql`${column} <= ${value}::numeric`;
    case "between": {
      const { min, max } = VALUE_SCHEMAS.between.parse(value);
      return sql`${column} between ${min}::numeric and ${max}::numeric`;
    }
    case "one_of":
      return sql`${column} = any(${value})`;
    case "before":
      return sql`${column} < ${dayStart(field, String(value), context)}`;
    case "after":
      return sql`${column} >= ${dayStart(field, addDays(String(value), 1), context)}`;
    case "in":
    case "had":
      return inPeriod(field, VALUE_SCHEMAS.in.parse(value), context);
    case "yes":
      return sql`${column}`;
    default:
      return sql`${column} is not null`;
  }
}

function columnOf({ column }: FilterField): SqlFragment {
  return typeof column === "string" ? sqlName(column) : column;
}

function inPeriod(field: FilterField, period: Period, context: FilterContext): SqlFragment {
  const { start, end } = periodRange(period, context.today);
  const column = columnOf(field);
  const from = start === null ? [] : [sql`${column} >= ${dayStart(field, start, context)}`];
  const until = end === null ? [] : [sql`${column} < ${dayStart(field, addDays(end, 1), context)}`];
  const limits = [...from, ...until];
  return limits.length === 0 ? sql`${column} is not null` : sql`(${joinSql(limits, " and ")})`;
}

/** The day itself, or the moment it begins in the zone, as the column keeps it. */
function dayStart(field: FilterField, day: LocalDate, { zone }: FilterContext): SqlFragment {
  return field.instant ? sql`${isoOf(startOfDay(day, zone))}::timestamptz` : sql`${day}::date`;
}
