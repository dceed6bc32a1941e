import type { FilterTree, FilterValue, Operator } from "@/lib/features/filters/schema";
import type { DraftCondition, DraftGroup, DraftNode, EditableField } from "./schema";

const VALUELESS = new Set<string>(["is_empty", "is_not_empty", "yes", "no"]);

/** Names for rows that live only while the editor is open. */
export function draftIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `row-${last}`;
  };
}

/** A filter as rows to edit; always a group at the top. */
export function draftOf(tree: FilterTree | null, nextId: () => string): DraftGroup {
  if (tree && ("all" in tree || "any" in tree)) return draftNode(tree, nextId) as DraftGroup;
  return { id: nextId(), match: "all", children: tree ? [draftNode(tree, nextId)] : [] };
}

function draftNode(tree: FilterTree, nextId: () => string): DraftNode {
  const id = nextId();
  if ("all" in tree) return { id, match: "all", children: tree.all.map((child) => draftNode(child, nextId)) };
  if ("any" in tree) return { id, match: "any", children: tree.any.map((child) => draftNode(child, nextId)) };
  return "not" in tree ? { id, kept: tree } : { ...tree, id };
}

/** The rows as a filter; empty groups fall away. Null where nothing is left. */
export function treeOf(node: DraftNode): FilterTree | null {
  if ("kept" in node) return node.kept;
  if (!("match" in node)) {
    const { id: _, ...condition } = node;
    return condition;
  }
  const children = node.children.map(treeOf).filter((child) => child !== null);
  if (children.length === 0) return null;
  return node.match === "all" ? { all: children } : { any: children };
}

/** The same rows with one replaced, or taken out where `change` gives null. */
export function changeNode(group: DraftGroup, id: string, change: (node: DraftNode) => DraftNode | null): DraftGroup {
  const children = group.children.flatMap((child) => {
    if (child.id === id) return change(child) ?? [];
    return "match" in child ? changeNode(child, id, change) : child;
  });
  return { ...group, children };
}

/** The same rows with one more at the end of a group. */
export function addNode(group: DraftGroup, parentId: string, node: DraftNode): DraftGroup {
  if (group.id === parentId) return { ...group, children: [...group.children, node] };
  return {
    ...group,
    children: group.children.map((child) => ("match" in child ? addNode(child, parentId, node) : child)),
  };
}

/** A new row for a field, with the first thing that can be asked of it. */
export function newCondition(field: EditableField, id: string): DraftCondition {
  const operator = field.operators[0]?.value ?? "is";
  return withValue({ id, field: field.key, operator }, startValue(operator));
}

/** Another question about the same field; what was chosen stays where it still fits. */
export function withOperator(condition: DraftCondition, operator: Operator): DraftCondition {
  const kept = shapeOf(condition.operator) === shapeOf(operator) ? condition.value : startValue(operator);
  return withValue({ ...condition, operator }, kept);
}

export function withValue(condition: DraftCondition, value: FilterValue | undefined): DraftCondition {
  const { value: _, ...rest } = condition;
  return value === undefined ? rest : { ...rest, value };
}

export type ValueShape = "none" | "period" | "day" | "choices" | "number" | "range" | "text";

/** What kind of value an operator takes. */
export function shapeOf(operator: string): ValueShape {
  if (VALUELESS.has(operator)) return "none";
  if (["in", "not_in", "had", "had_none"].includes(operator)) return "period";
  if (operator === "before" || operator === "after") return "day";
  if (operator === "one_of" || operator === "none_of") return "choices";
  if (operator === "between") return "range";
  return ["equals", "at_least", "at_most"].includes(operator) ? "number" : "text";
}

function startValue(operator: string): FilterValue | undefined {
  const shape = shapeOf(operator);
  if (shape === "period") return { start: null, end: null };
  return shape === "choices" ? [] : undefined;
}

/** Rows whose value is still to be given. */
export function incompleteRows(node: DraftNode): string[] {
  if ("kept" in node) return [];
  if ("match" in node) return node.children.flatMap(incompleteRows);
  return isComplete(node) ? [] : [node.id];
}

function isComplete({ operator, value }: DraftCondition): boolean {
  const shape = shapeOf(operator);
  if (shape === "none") return true;
  if (value === undefined || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object" && "start" in value && value.start && value.end) return value.start <= value.end;
  return true;
}
