import { FilterEditor } from "@/components/filters/filter-editor";
import { clientFilterFieldsOffered } from "@/lib/features/clients/filter-fields";
import type { ClientListState } from "@/lib/features/clients/lists/rules";
import type { EditorLabels } from "@/lib/features/custom-fields/copy";
import type { CustomField } from "@/lib/features/custom-fields/schema";
import { paths } from "@/lib/paths";

type ClientFilterEditorProps = {
  state: ClientListState;
  labels: EditorLabels;
  centers: number;
  /** The organization's own fields. */
  custom: readonly CustomField[];
};

/** The filter of the list of clients, to be edited; one center alone is no criterion. */
export function ClientFilterEditor({ state, labels, centers, custom }: ClientFilterEditorProps) {
  const offered = clientFilterFieldsOffered(custom, state.filter).filter(({ key }) => key !== "center" || centers > 1);
  const parameters = { q: state.q, saved: state.saved?.id, sort: state.sort === "name" ? undefined : state.sort };
  return (
    <FilterEditor {...{ offered, labels }} filter={state.filter} list={{ path: paths.staff.clients, parameters }} />
  );
}
