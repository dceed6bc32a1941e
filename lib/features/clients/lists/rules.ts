import { clientFilterFieldsFor } from "@/lib/features/clients/filter-fields";
import { filterOfAddress, filterText } from "@/lib/features/clients/rules";
import { CLIENT_SORTS, type ClientSearch, type ClientSort } from "@/lib/features/clients/schema";
import { parseFilter } from "@/lib/features/filters/addresses/rules";
import { compileFilter } from "@/lib/features/filters/rules";
import type { SavedFilterRow } from "@/lib/features/filters/saved/schema";
import type { FilterTree } from "@/lib/features/filters/schema";

/** What an address of the list means, saved filter and defaults filled in. */
export type ClientListState = {
  filter: FilterTree | null;
  /** The address names a filter that cannot be read: nothing is listed, rather than everything. */
  unreadable: boolean;
  q: string | undefined;
  sort: ClientSort;
  direction: "asc" | "desc";
  page: string | undefined;
  saved: SavedFilterRow | null;
  /** What is shown is no longer what was saved. */
  edited: boolean;
  editing: boolean;
  open: boolean;
};

const sortOf = (text: string | undefined) => CLIENT_SORTS.find((sort) => sort === text);

/** Reads an address together with the saved filters it may name. */
export function resolveSearch(search: ClientSearch, savedFilters: readonly SavedFilterRow[]): ClientListState {
  const saved = savedFilters.find(({ id }) => id === search.saved) ?? null;
  const asked = filterOfAddress(search);
  const kept = saved?.query.filter ? (parseFilter(saved.query.filter) ?? "unreadable") : null;
  const tree = search.filter === undefined && !search.view ? kept : asked;
  const readable = tree !== "unreadable" && (tree === null || isKnown(tree));
  const filter = readable ? tree : null;
  const q = search.q ?? saved?.query.q;
  return {
    filter,
    unreadable: !readable,
    q: q || undefined,
    sort: search.sort ?? sortOf(saved?.query.sort) ?? "name",
    direction: search.direction ?? "asc",
    page: search.page,
    saved,
    edited:
      saved !== null && ((filterText(filter) ?? "") !== saved.query.filter || (q ?? "") !== (saved.query.q ?? "")),
    editing: search.edit === "filter",
    open: search.view === "open" && search.filter === undefined,
  };
}

/** Whether every field, operator and value of the filter is one of ours. */
function isKnown(tree: FilterTree): boolean {
  return compileFilter(tree, clientFilterFieldsFor(tree), { today: "2000-01-01", zone: "UTC" }).ok;
}
