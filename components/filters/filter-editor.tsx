import type { EditorLabels } from "@/lib/features/custom-fields/copy";
import { editableFields } from "@/lib/features/filters/editor/copy";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import { addressWith } from "@/lib/features/filters/lists/rules";
import type { FilterField, FilterTree } from "@/lib/features/filters/schema";
import { FilterBuilder } from "./filter-builder";

type FilterEditorProps = {
  /** The fields of the list, the organization's own among them. */
  offered: readonly FilterField[];
  labels: EditorLabels;
  filter: FilterTree | null;
  /** The address of the list without its filter. */
  list: { path: string; parameters: Record<string, string | undefined> };
};

/** The filter of a list, to be edited above its rows. */
export function FilterEditor({ offered, labels, filter, list }: FilterEditorProps) {
  const text = filter ? encodeFilter(filter) : undefined;
  return (
    <div className="mb-4">
      <FilterBuilder
        key={text ?? "new"}
        fields={editableFields(offered, labels)}
        filter={filter}
        list={list}
        cancelHref={addressWith(list.path, list.parameters, { filter: text })}
      />
    </div>
  );
}
