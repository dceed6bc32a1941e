import type { Permission } from "@/lib/platform/access/permissions";
import { type SqlFragment, sql, sqlName } from "@/lib/values/sql";
import type { BulkChange, BulkChoice, BulkField, BulkInput, BulkRefusal } from "./bulk-field";

type Column = {
  key: string;
  column: string;
  alias: string;
  input: BulkInput;
  optional?: boolean;
  permission?: Permission;
  transfer?: boolean;
  /** How the database casts the value. */
  type: "text" | "citext" | "int" | "date" | "uuid" | "boolean" | { named: SqlFragment };
  /** What stands there as people read it; the column's own text without. */
  shown?: SqlFragment;
  refusals?: readonly BulkRefusal[];
  /** Further assignments. */
  also?: SqlFragment;
};

const TYPES = {
  text: sql`text`,
  citext: sql`citext`,
  int: sql`int`,
  date: sql`date`,
  uuid: sql`uuid`,
  boolean: sql`boolean`,
};

/** A field that is one column of the noun's own table. */
export function bulkColumn({ key, column, alias, type, shown, refusals, also, ...field }: Column): BulkField {
  const here = sqlName(`${alias}.${column}`);
  const cast = typeof type === "string" ? TYPES[type] : type.named;
  return {
    ...field,
    key,
    change: (value): BulkChange => {
      const wanted = sql`${value}::text::${cast}`;
      return {
        present: shown ?? sql`${here}::text`,
        presentKey: sql`${here}::text`,
        same: sql`${here} is not distinct from ${wanted}`,
        refusals,
        set: also ? sql`${sqlName(column)} = ${wanted}, ${also}` : sql`${sqlName(column)} = ${wanted}`,
      };
    },
  };
}

/** A choice between fixed values, labelled by the messages `updates.choices.<words>`. */
export function fixedChoices(words: string, values: readonly string[]): BulkInput {
  const choices: BulkChoice[] = values.map((value) => ({ value, label: value }));
  return { kind: "choice", words, choices: async () => choices };
}

export const YES_NO = ["true", "false"] as const;
