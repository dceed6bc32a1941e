import { nameInFile } from "@/lib/features/imports/matching/rules";
import type { NamedKind, NamedRow, NameLookup } from "@/lib/features/imports/matching/schema";
import type { NewRow } from "@/lib/platform/operation/rows";
import { newId } from "@/lib/values/id";

const SUBJECTS: Record<NamedKind, string> = {
  center: "center",
  practitioner: "practitioner",
  "funding-source": "funding-source",
};

/** Collects the names of a file that stand for nobody here yet. */
export function newNames(names: Pick<NameLookup, "find">) {
  const missing = new Map<string, NamedRow>();
  return {
    note(named: NamedKind, name: string | null) {
      if (!name || names.find(named, name)) return;
      const key = `${named} ${nameInFile(named, name)}`;
      if (!missing.has(key)) missing.set(key, { type: "named", named, name });
    },
    /** Rows that make them, before all rows of the file, so that they are undone last. */
    rows(): NewRow[] {
      const found = [...missing.values()];
      return found.map((source, index) => ({
        position: index - found.length + 1,
        outcome: "create",
        source,
        subject: { kind: SUBJECTS[source.named], id: newId() },
      }));
    },
  };
}
