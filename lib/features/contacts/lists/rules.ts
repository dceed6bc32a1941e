import { contactFilterFieldsFor } from "@/lib/features/contacts/filter-fields";
import type { ContactSearch } from "@/lib/features/contacts/schema";
import { parseFilter } from "@/lib/features/filters/addresses/rules";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import { compileFilter } from "@/lib/features/filters/rules";
import type { SavedFilterRow } from "@/lib/features/filters/saved/schema";
import type { FilterTree } from "@/lib/features/filters/schema";

/** The ready-made views as the filters they are. */
const VIEWS: Record<NonNullable<ContactSearch["view"]>, FilterTree> = {
  "no-email": { field: "email", operator: "is_empty" },
  "no-client": { field: "hasClient", operator: "no" },
  "do-not-mail": { field: "doNotMail", operator: "yes" },
};

/** View and filter of an address as one filter; "unreadable" when its text was tampered with. */
export function contactFilter({ view, filter }: ContactSearch): FilterTree | "unreadable" | null {
  const tree = filter ? parseFilter(filter) : null;
  if (filter && !tree) return "unreadable";
  if (!view) return tree;
  return { all: [VIEWS[view], ...(tree === null ? [] : "all" in tree ? tree.all : [tree])] };
}

/** What an address of the list means: the saved filter it names fills in where it says nothing else. */
export function resolveContacts(asked: ContactSearch, savedFilters: readonly SavedFilterRow[]) {
  const saved = savedFilters.find(({ id }) => id === asked.saved) ?? null;
  const untouched = saved && asked.filter === undefined && !asked.view;
  const search: ContactSearch = {
    ...asked,
    saved: saved?.id,
    filter: untouched ? saved.query.filter || undefined : asked.filter,
    q: asked.q ?? saved?.query.q,
  };
  const tree = contactFilter(search);
  const readable = tree !== "unreadable" && (tree === null || isKnown(tree));
  const filter = readable ? tree : null;
  const text = filter ? encodeFilter(filter) : "";
  return {
    search,
    filter,
    /** Nobody is listed, rather than everybody. */
    unreadable: !readable,
    saved,
    /** What is shown is no longer what was saved. */
    edited: saved !== null && (text !== saved.query.filter || (search.q ?? "") !== (saved.query.q ?? "")),
    savedGone: asked.saved !== undefined && saved === null,
  };
}

/** Whether every field, operator and value of the filter is one of ours. */
function isKnown(tree: FilterTree): boolean {
  return compileFilter(tree, contactFilterFieldsFor(tree), { today: "2000-01-01", zone: "UTC" }).ok;
}
