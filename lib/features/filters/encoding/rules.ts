import type { FilterTree } from "@/lib/features/filters/schema";

// Apart from reading, which needs zod: the editor of filters writes addresses in the browser.

type Compact = unknown[];

/** `["&", …]` all, `["|", …]` any, `["!", x]` not, `[field, operator, value]` a condition. */
function compact(tree: FilterTree): Compact {
  if ("all" in tree) return ["&", ...tree.all.map(compact)];
  if ("any" in tree) return ["|", ...tree.any.map(compact)];
  if ("not" in tree) return ["!", compact(tree.not)];
  return tree.value === undefined ? [tree.field, tree.operator] : [tree.field, tree.operator, tree.value];
}

const sortKeys = (_: string, value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The filter as the `filter` parameter of an address: URL-safe, and the same text for the same tree. */
export function encodeFilter(tree: FilterTree): string {
  const bytes = new TextEncoder().encode(JSON.stringify(compact(tree), sortKeys));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
