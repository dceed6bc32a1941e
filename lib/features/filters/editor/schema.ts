import type { FilterCondition, FilterKind, FilterTree, Operator } from "@/lib/features/filters/schema";

export type LabelledChoice = { value: string; label: string };

/** A field as the editor offers it: words already chosen, nothing of the database in it. */
export type EditableField = {
  key: string;
  label: string;
  kind: FilterKind;
  operators: { value: Operator; label: string }[];
  /** The values to choose from, of choices and references. */
  options: LabelledChoice[];
};

/** A condition while it is edited; its value may be missing or half typed. */
export type DraftCondition = FilterCondition & { id: string };

/** `kept` is a part the editor cannot show in rows, such as a negated group: it stays as it is. */
export type DraftNode = DraftCondition | DraftGroup | { id: string; kept: FilterTree };
export type DraftGroup = { id: string; match: "all" | "any"; children: DraftNode[] };
