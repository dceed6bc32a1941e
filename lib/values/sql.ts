const NAME = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)*$/;

/**
 * A piece of SQL whose values stand apart from its text. Made only by this module: an object that merely looks like
 * one (parsed from a request, say) fails the private-field check and is bound as a value.
 */
export class SqlFragment {
  readonly #made = true;

  /** One more text than values: text, value, text, … */
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
  ) {
    if (strings.length !== values.length + 1) throw new RangeError("A SQL fragment needs one more text than values");
  }

  static is(value: unknown): value is SqlFragment {
    return typeof value === "object" && value !== null && #made in value && value.#made;
  }
}

/** `sql\`id = ${id}\``: every value is bound, nested fragments are woven in. Pass lists as one array: `= any(${ids})`. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): SqlFragment {
  const texts: string[] = [strings[0] ?? ""];
  const bound: unknown[] = [];
  values.forEach((value, index) => {
    append(texts, bound, value);
    extendLast(texts, strings[index + 1]);
  });
  return new SqlFragment(texts, bound);
}

function extendLast(texts: string[], text = "") {
  texts.push((texts.pop() ?? "") + text);
}

function append(texts: string[], bound: unknown[], value: unknown) {
  if (!SqlFragment.is(value)) {
    if (value === undefined) throw new TypeError("undefined cannot be bound; write null where null is meant");
    bound.push(value);
    texts.push("");
    return;
  }
  extendLast(texts, value.strings[0]);
  for (let index = 0; index < value.values.length; index++) {
    bound.push(value.values[index]);
    texts.push(value.strings[index + 1] ?? "");
  }
}

export const emptySql = new SqlFragment([""], []);

/** Joins with literal text between: `joinSql(conditions, " and ")`. Empty list gives an empty fragment. */
export function joinSql(
  fragments: readonly SqlFragment[],
  separator: " and " | " or " | " union all " | ", " | " " | "\n",
): SqlFragment {
  const texts: string[] = [""];
  const bound: unknown[] = [];
  fragments.forEach((fragment, index) => {
    if (index > 0) extendLast(texts, separator);
    append(texts, bound, fragment);
  });
  return new SqlFragment(texts, bound);
}

/** A table or column named in our own source ("clients.status_id"); anything but lower-case snake names throws. */
export function sqlName(name: string): SqlFragment {
  if (!NAME.test(name)) throw new TypeError(`${JSON.stringify(name)} is not a name of a table or column`);
  return new SqlFragment(
    [
      name
        .split(".")
        .map((part) => `"${part}"`)
        .join("."),
    ],
    [],
  );
}

/** Makes % and _ ordinary characters in the pattern of a LIKE. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}

/** For `pg`: placeholders numbered from $1. */
export function toQuery(fragment: SqlFragment): { text: string; values: unknown[] } {
  const text = fragment.strings.reduce((whole, part, index) => `${whole}$${index}${part}`);
  return { text, values: [...fragment.values] };
}

/** For Prisma: `new Prisma.Sql(strings, values)`. */
export function toPrismaParts(fragment: SqlFragment): { strings: string[]; values: unknown[] } {
  return { strings: [...fragment.strings], values: [...fragment.values] };
}
