import { describe, expect, it } from "vitest";
import { rows } from "@/lib/platform/db/rows";
import { newId } from "@/lib/values/id";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { compileFilter, operatorsOf } from "./rules";
import type { FilterField, FilterTree, FilterValue, Operator } from "./schema";

const FIELDS: FilterField[] = [
  { key: "name", labelKey: "n", kind: "text", column: "clients.legal_name", nullable: true },
  { key: "email", labelKey: "m", kind: "text", column: "clients.email", nullable: true },
  { key: "status", labelKey: "s", kind: "reference", column: "clients.status_id" },
  { key: "kind", labelKey: "k", kind: "choice", column: "clients.kind", choices: ["CLIENT", "PRE_CLIENT"] },
  { key: "employees", labelKey: "e", kind: "number", column: "clients.employee_count", nullable: true },
  { key: "startedOn", labelKey: "d", kind: "date", column: "clients.started_on", nullable: true },
  { key: "createdAt", labelKey: "c", kind: "date", column: "clients.created_at", instant: true },
  { key: "isPerson", labelKey: "i", kind: "boolean", column: "clients.is_person" },
  {
    key: "owners",
    labelKey: "o",
    kind: "text",
    column: "contacts.last_name",
    rows: sql`relationships join contacts on contacts.id = relationships.contact_id where relationships.client_id = clients.id`,
  },
  {
    key: "sessions",
    labelKey: "a",
    kind: "related-activity",
    column: "attendances.starts_at",
    instant: true,
    rows: sql`attendances where attendances.client_id = clients.id`,
  },
];

const VALUES: Partial<Record<Operator, FilterValue>> = {
  equals: 1.5,
  at_least: 1.5,
  at_most: 1,
  between: { min: -1, max: 2.5 },
  before: "2026-03-08",
  after: "2026-03-08",
  in: { start: "2026-03-08", end: null },
  not_in: { named: "last_month" },
  had: { start: null, end: null },
  had_none: { lastDays: 30 },
};

function valueFor(field: FilterField, operator: Operator): FilterValue | undefined {
  if (operator === "one_of" || operator === "none_of") return field.kind === "choice" ? ["CLIENT"] : [newId()];
  if (field.kind === "text" && !operator.endsWith("empty")) return "50%_\\ o'Neil";
  return VALUES[operator];
}

function where(tree: FilterTree): SqlFragment {
  const compiled = compileFilter(tree, FIELDS, { today: "2026-03-15", zone: "America/Chicago" });
  return compiled.ok ? compiled.where : expect.fail(JSON.stringify(compiled.problems));
}

describe("PostgreSQL takes", () => {
  it.each(FIELDS.flatMap((field) => operatorsOf(field).map((operator) => [field.key, operator, field] as const)))(
    "%s %s",
    async (key, operator, field) => {
      const value = valueFor(field, operator);
      const condition = value === undefined ? { field: key, operator } : { field: key, operator, value };
      const tree: FilterTree = { any: [condition, { not: condition }] };
      const [all] = await rows<{ same: boolean }>(
        sql`select count(*) filter (where ${where(tree)}) = count(*) as same from clients`,
      );
      expect(all?.same).toBe(true);
    },
  );
});

it("S2-48 takes the days of a range as the office counts them, both ends included", async () => {
  const fields: FilterField[] = [{ key: "at", labelKey: "at", kind: "date", column: "moments.at", instant: true }];
  const tree: FilterTree = { field: "at", operator: "in", value: { start: "2026-03-08", end: "2026-03-08" } };
  const compiled = compileFilter(tree, fields, { today: "2026-03-15", zone: "America/Chicago" });
  if (!compiled.ok) throw new Error("refused");
  const found = await rows<{ name: string }>(sql`
    select name from (values
      ('the evening before', '2026-03-08T05:59:59Z'::timestamptz),
      ('midnight', '2026-03-08T06:00:00Z'),
      ('the last minute', '2026-03-09T04:59:59Z'),
      ('the next midnight', '2026-03-09T05:00:00Z')
    ) as moments(name, at) where ${compiled.where} order by at`);
  expect(found.map(({ name }) => name)).toEqual(["midnight", "the last minute"]);
});
