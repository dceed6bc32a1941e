import { FILTER_LIMITS, type FilterTree, filterTree } from "@/lib/features/filters/schema";

function expand(input: unknown, depth = 0): unknown {
  if (!Array.isArray(input) || depth > FILTER_LIMITS.depth + 1) return null;
  const [head, ...rest] = input;
  if (head === "&") return { all: rest.map((each) => expand(each, depth + 1)) };
  if (head === "|") return { any: rest.map((each) => expand(each, depth + 1)) };
  if (head === "!") return rest.length === 1 ? { not: expand(rest[0], depth + 1) } : null;
  if (rest.length < 1 || rest.length > 2) return null;
  return rest.length === 1 ? { field: head, operator: rest[0] } : { field: head, operator: rest[0], value: rest[1] };
}

/** Reads `encodeFilter`'s text; null for anything else, however hostile. */
export function parseFilter(text: unknown): FilterTree | null {
  if (typeof text !== "string" || text.length > FILTER_LIMITS.urlLength) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const parsed = filterTree.safeParse(expand(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
