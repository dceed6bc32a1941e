import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import messages from "@/messages/en/filters.json";
import { describeFilter, type FilterLabels, type FilterWords } from "./copy";
import { type FilterField, type FilterTree, OPERATORS } from "./schema";

const words = createTranslator({ locale: "en", messages }) as unknown as FilterWords;
const labels: FilterLabels = { words, locale: "en", fieldLabel: (key) => key, valueLabel: (_, value) => value };
const FIELDS: FilterField[] = [
  { key: "status", labelKey: "Status", kind: "choice", column: "c.status" },
  { key: "sessions", labelKey: "sessions", kind: "related-activity", column: "a.starts_at" },
  { key: "name", labelKey: "Name", kind: "text", column: "c.name" },
];
const say = (tree: FilterTree) => describeFilter(tree, FIELDS, labels);

it("S2-47 says a filter in plain English", () => {
  const tree: FilterTree = {
    all: [
      { field: "status", operator: "one_of", value: ["Active"] },
      { field: "sessions", operator: "had_none", value: { start: "2026-01-01", end: "2026-03-31" } },
    ],
  };
  expect(say(tree)).toBe("Status is Active and no sessions between Jan 1, 2026 and Mar 31, 2026");
});

it("shows which conditions belong together", () => {
  const tree: FilterTree = {
    any: [
      {
        all: [
          { field: "status", operator: "none_of", value: ["A", "B"] },
          { field: "sessions", operator: "had", value: { lastDays: 1 } },
        ],
      },
      { not: { field: "name", operator: "contains", value: "{x}" } },
    ],
  };
  expect(say(tree)).toBe("(Status is not A or B and had sessions in the last 1 day) or not (Name contains “{x}”)");
  expect(say({ all: [] })).toBe("No conditions");
});

it("has words for every operator", () => {
  const operators = Object.values(OPERATORS).flat();
  expect(operators.filter((operator) => !(operator in messages.sentence && operator in messages.operator))).toEqual([]);
});

it("S2-48 names open ranges", () => {
  const had = (start: string | null, end: string | null) =>
    say({ field: "sessions", operator: "had", value: { start, end } });
  expect(had("2026-01-01", null)).toBe("had sessions on or after Jan 1, 2026");
  expect(had(null, "2026-01-01")).toBe("had sessions on or before Jan 1, 2026");
  expect(had(null, null)).toBe("had sessions at any time");
});
