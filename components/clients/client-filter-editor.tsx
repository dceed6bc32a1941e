import { FilterBuilder } from "@/components/filters/filter-builder";
import { clientFilterFieldsOffered } from "@/lib/features/clients/filter-fields";
import type { ClientListState } from "@/lib/features/clients/lists/rules";
import { filterText } from "@/lib/features/clients/rules";
import type { CustomField } from "@/lib/features/custom-fields/schema";
import type { FilterLabels } from "@/lib/features/filters/copy";
import { editableFields } from "@/lib/features/filters/editor/copy";
import { addressWith } from "@/lib/features/filters/lists/rules";
import type { FilterField } from "@/lib/features/filters/schema";
import { paths } from "@/lib/paths";

type ClientFilterEditorProps = {
  state: ClientListState;
  labels: FilterLabels & { optionsOf: (field: FilterField) => readonly string[] };
  centers: number;
  /** The organization's own fields. */
  custom: readonly CustomField[];
};

/** The filter of the list of clients, to be edited; one center alone is no criterion. */
export function ClientFilterEditor({ state, labels, centers, custom }: ClientFilterEditorProps) {
  const offered = clientFilterFieldsOffered(custom, state.filter).filter(({ key }) => key !== "center" || centers > 1);
  const parameters = { q: state.q, saved: state.saved?.id, sort: state.sort === "name" ? undefined : state.sort };
  const filter = filterText(state.filter);
  return (
    <FilterBuilder
      key={filter ?? "new"}
      fields={editableFields(offered, labels)}
      filter={state.filter}
      list={{ path: paths.staff.clients, parameters }}
      cancelHref={addressWith(paths.staff.clients, parameters, { filter })}
    />
  );
}
