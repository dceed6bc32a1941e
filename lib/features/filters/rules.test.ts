import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "@/lib/values/id";
import { sql, toQuery } from "@/lib/values/sql";
import { parseFilter } from "./addresses/rules";
import { encodeFilter } from "./encoding/rules";
import { periodRange } from "./periods/rules";
import { compileFilter, type FilterContext, operatorsOf } from "./rules";
import { type FilterField, type FilterTree, filterTree } from "./schema";

const FIELDS: FilterField[] = [
  { key: "name", labelKey: "name", kind: "text", column: "clients.name" },
  { key: "status", labelKey: "status", kind: "reference", column: "clients.status_id" },
  { key: "practitioner", labelKey: "p", kind: "reference", column: "clients.practitioner_id", nullable: true },
  { key: "kind", labelKey: "kind", kind: "choice", column: "clients.kind", choices: ["CLIENT", "PRE_CLIENT"] },
  { key: "employees", labelKey: "e", kind: "number", column: "clients.employee_count" },
  { key: "startedOn", labelKey: "s", kind: "date", column: "clients.started_on", nullable: true },
  { key: "createdAt", labelKey: "c", kind: "date", column: "clients.created_at", instant: true },
  { key: "isPerson", labelKey: "i", kind: "boolean", column: "clients.is_person" },
  {
    key: "sessions",
    labelKey: "sessions",
    kind: "related-activity",
    column: "attendances.starts_at",
    instant: true,
    rows: sql`attendances where attendances.client_id = clients.id`,
  },
];
const context: FilterContext = { today: "2026-03-15", zone: "America/Chicago" };
const active = newId();

function query(tree: FilterTree) {
  const compiled = compileFilter(tree, FIELDS, context);
  return compiled.ok ? toQuery(compiled.where) : compiled.problems;
}

it("S2-47 turns a tree into one parameterised condition", () => {
  const tree: FilterTree = {
    all: [
      { field: "status", operator: "one_of", value: [active] },
      {
        any: [
          { field: "name", operator: "contains", value: "50%" },
          { field: "isPerson", operator: "yes" },
        ],
      },
    ],
  };
  expect(query(tree)).toEqual({
    text: '("clients"."status_id" = any($1) and ("clients"."name" ilike $2 or "clients"."is_person"))',
    values: [[active], "%50\\%%"],
  });
});

it("S2-48 finds activity in a range with any start and end, and its absence", () => {
  const value = { start: "2026-01-01", end: "2026-03-31" };
  const rows = 'attendances where attendances.client_id = clients.id and ("attendances"."starts_at" >= $1::timestamptz';
  expect(query({ field: "sessions", operator: "had_none", value })).toEqual({
    text: `not exists (select 1 from ${rows} and "attendances"."starts_at" < $2::timestamptz))`,
    values: ["2026-01-01T06:00:00.000Z", "2026-04-01T05:00:00.000Z"],
  });
  expect(query({ field: "sessions", operator: "had", value: { start: null, end: null } })).toEqual({
    text: 'exists (select 1 from attendances where attendances.client_id = clients.id and "attendances"."starts_at" is not null)',
    values: [],
  });
});

it("S2-50 lets everything through without conditions", () => {
  expect(query({ all: [] })).toEqual({ text: "true", values: [] });
});

it("counts rows without a value among the 'not' ones", () => {
  expect(query({ field: "practitioner", operator: "none_of", value: [active] })).toMatchObject({
    text: '(("clients"."practitioner_id" = any($1)) is not true)',
  });
  expect(query({ not: { field: "startedOn", operator: "after", value: "2026-01-31" } })).toEqual({
    text: '(("clients"."started_on" >= $1::date) is not true)',
    values: ["2026-02-01"],
  });
  expect(query({ field: "practitioner", operator: "is_empty" })).toMatchObject({
    text: '(("clients"."practitioner_id" is not null) is not true)',
  });
});

it.each<[FilterTree, string]>([
  [{ field: "password", operator: "is", value: "x" }, "unknown_field"],
  [{ field: "name", operator: "had", value: { start: null, end: null } }, "unknown_operator"],
  [{ field: "name", operator: "is_empty" }, "unknown_operator"],
  [{ field: "name", operator: "contains", value: 5 }, "wrong_value"],
  [{ field: "name", operator: "contains" }, "wrong_value"],
  [{ field: "name", operator: "contains", value: "\0" }, "wrong_value"],
  [{ field: "status", operator: "one_of", value: ["1; drop table clients"] }, "wrong_value"],
  [{ field: "kind", operator: "one_of", value: ["ADMIN"] }, "wrong_value"],
  [{ field: "employees", operator: "between", value: { min: 5, max: 1 } }, "wrong_value"],
  [{ field: "startedOn", operator: "before", value: "2026-02-31" }, "wrong_value"],
  [{ field: "startedOn", operator: "in", value: { start: "2026-02-01", end: "2026-01-01" } }, "wrong_value"],
  [{ field: "isPerson", operator: "yes", value: "x" }, "wrong_value"],
])("IN-02 answers %j with a problem and no SQL", (tree, code) => {
  expect(query(tree)).toMatchObject([{ code }]);
});

it("IN-01 never lets a value into the text of the query", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 50 }), (value) => {
      const result = query({ field: "name", operator: "contains", value });
      expect(Array.isArray(result) || result.text === '"clients"."name" ilike $1').toBe(true);
    }),
  );
});

it("names every problem at once", () => {
  expect(
    query({ any: [{ field: "a", operator: "is", value: "x" }, { not: { field: "b", operator: "is", value: "x" } }] }),
  ).toHaveLength(2);
});

it("offers 'is empty' only where a field may be empty", () => {
  expect(FIELDS.filter((field) => operatorsOf(field).includes("is_empty")).map((field) => field.key)).toEqual([
    "practitioner",
    "startedOn",
  ]);
});

describe("a period", () => {
  const today = "2026-03-15";
  it.each([
    [{ lastDays: 30 }, "2026-02-14", today],
    [{ nextDays: 1 }, today, today],
    [{ named: "this_week" }, "2026-03-15", "2026-03-21"],
    [{ named: "last_week" }, "2026-03-08", "2026-03-14"],
    [{ named: "last_month" }, "2026-02-01", "2026-02-28"],
    [{ named: "this_year" }, "2026-01-01", "2026-12-31"],
    [{ named: "last_year" }, "2025-01-01", "2025-12-31"],
  ] as const)("%j means the days people mean", (period, start, end) => {
    expect(periodRange(period, today)).toEqual({ start, end });
  });
});

const leaf = fc.constantFrom<FilterTree>(
  { field: "name", operator: "contains", value: "José’s 50%" },
  { field: "employees", operator: "between", value: { min: -1.5, max: 10 } },
  { field: "startedOn", operator: "in", value: { start: "2026-01-01", end: null } },
  { field: "status", operator: "none_of", value: [active] },
  { field: "isPerson", operator: "no" },
);
const { tree: anyTree } = fc.letrec<{ tree: FilterTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie("tree"), { maxLength: 2 }).map((all) => ({ all })),
    fc.array(tie("tree"), { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
    tie("tree").map((not) => ({ not })),
  ),
}));

describe("a filter in the address", () => {
  it("S2-51 comes back as the same filter, and as the same text", () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const text = encodeFilter(tree);
        expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(parseFilter(text)).toEqual(tree);
      }),
    );
    const ordered = encodeFilter({ field: "a", operator: "between", value: { min: 1, max: 2 } });
    expect(encodeFilter({ field: "a", operator: "between", value: { max: 2, min: 1 } })).toBe(ordered);
  });

  it("IN-02 reads nothing from hostile text", () => {
    const hostile = [
      "",
      "x",
      "%",
      "null",
      btoa("null"),
      btoa("{}"),
      btoa('["__proto__","is"]'),
      btoa("[[]]"),
      "A".repeat(20_000),
      [],
      {},
    ];
    expect(hostile.map(parseFilter)).toEqual(hostile.map(() => null));
    fc.assert(fc.property(fc.string(), (text) => parseFilter(text) === null || typeof parseFilter(text) === "object"));
  });

  it("IN-02 refuses trees too deep or too wide, and shapes with anything extra", () => {
    const nest = (levels: number): unknown => (levels === 0 ? { all: [] } : { not: nest(levels - 1) });
    expect(filterTree.safeParse(nest(3)).success).toBe(true);
    expect(filterTree.safeParse(nest(4)).success).toBe(false);
    expect(filterTree.safeParse(nest(2_000)).success).toBe(false);
    const many = (count: number) => ({
      all: Array.from({ length: count }, () => ({ field: "name", operator: "is", value: "x" })),
    });
    expect(filterTree.safeParse(many(50)).success).toBe(true);
    expect(filterTree.safeParse(many(51)).success).toBe(false);
    expect(filterTree.safeParse({ all: [many(26), many(26)] }).success).toBe(false);
    expect(filterTree.safeParse({ all: [], any: [] }).success).toBe(false);
    expect(filterTree.safeParse({ field: "name", operator: "is", value: "x", sql: "1" }).success).toBe(false);
  });
});
