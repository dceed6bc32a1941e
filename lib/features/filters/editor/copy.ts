import type { FilterLabels } from "@/lib/features/filters/copy";
import { operatorsOf } from "@/lib/features/filters/rules";
import type { FilterField } from "@/lib/features/filters/schema";
import type { EditableField } from "./schema";

type EditorLabels = FilterLabels & {
  /** The values a field offers; none for fields that are typed. */
  optionsOf: (field: FilterField) => readonly string[];
};

/** The fields of a list as the editor offers them, in the reader's words. */
export function editableFields(fields: readonly FilterField[], labels: EditorLabels): EditableField[] {
  return fields.map((field) => ({
    key: field.key,
    label: capitalised(labels.fieldLabel(field.labelKey)),
    kind: field.kind,
    operators: operatorsOf(field).map((value) => ({ value, label: labels.words(`operator.${value}`) })),
    options: labels.optionsOf(field).map((value) => ({ value, label: labels.valueLabel(field, value) })),
  }));
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
