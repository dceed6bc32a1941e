import type { SettingChange } from "./schema";

type Changes = Record<string, { from?: unknown; to?: unknown }>;

/** "Counselor / Counselors" of a renamed word; everything else as it is. */
function written(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object" && "singular" in value && "plural" in value)
    return `${value.singular} / ${value.plural}`;
  return String(value);
}

/** The old and new values of a recorded change as text. */
export function changedValues(changes: Changes): SettingChange["changes"] {
  return Object.entries(changes).map(([field, { from, to }]) => ({ field, from: written(from), to: written(to) }));
}
