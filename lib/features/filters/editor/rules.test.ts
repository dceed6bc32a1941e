import { describe, expect, it } from "vitest";
import type { FilterTree } from "@/lib/features/filters/schema";
import {
  addNode,
  changeNode,
  draftIds,
  draftOf,
  incompleteRows,
  newCondition,
  treeOf,
  withOperator,
  withValue,
} from "./rules";
import type { EditableField } from "./schema";

const status: EditableField = {
  key: "status",
  label: "Status",
  kind: "choice",
  operators: [
    { value: "one_of", label: "is one of" },
    { value: "is_empty", label: "is empty" },
  ],
  options: [],
};
const tree: FilterTree = {
  all: [
    { field: "status", operator: "one_of", value: ["A"] },
    { any: [{ field: "name", operator: "contains", value: "x" }, { not: { field: "kind", operator: "yes" } }] },
  ],
};

describe("a filter in the editor", () => {
  it("S2-47 comes back as it was, parts that cannot be edited among it", () => {
    expect(treeOf(draftOf(tree, draftIds()))).toEqual(tree);
    const lone: FilterTree = { field: "name", operator: "contains", value: "x" };
    expect(treeOf(draftOf(lone, draftIds()))).toEqual({ all: [lone] });
    expect(treeOf(draftOf(null, draftIds()))).toBeNull();
  });

  it("loses a row and the group that was left empty", () => {
    const draft = draftOf(tree, draftIds());
    const [first, group] = draft.children;
    if (!first || !group || !("match" in group)) throw new Error("the rows are not as expected");
    const [, negated] = group.children;
    const without = [first.id, negated?.id ?? ""].reduce((left, id) => changeNode(left, id, () => null), draft);
    expect(treeOf(without)).toEqual({ all: [{ any: [{ field: "name", operator: "contains", value: "x" }] }] });
    expect(treeOf(changeNode(draft, group.id, () => ({ ...group, children: [] })))).toEqual({
      all: [{ field: "status", operator: "one_of", value: ["A"] }],
    });
  });

  it("names rows without a value, and keeps a value over operators that take the same", () => {
    const empty = newCondition(status, "row");
    const draft = addNode({ id: "top", match: "all", children: [] }, "top", empty);
    expect(incompleteRows(draft)).toEqual(["row"]);
    const chosen = withValue(empty, ["A"]);
    expect(incompleteRows(chosen)).toEqual([]);
    expect(withOperator(chosen, "none_of").value).toEqual(["A"]);
    expect(withOperator(chosen, "is_empty")).not.toHaveProperty("value");
    const backwards = withValue(withOperator(chosen, "in"), { start: "2026-02-01", end: "2026-01-01" });
    expect(incompleteRows(backwards)).toEqual(["row"]);
  });
});
