import { parseFilter } from "@/lib/features/filters/addresses/rules";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import { compileFilter } from "@/lib/features/filters/rules";
import type { SavedFilterRow } from "@/lib/features/filters/saved/schema";
import type { FilterTree } from "@/lib/features/filters/schema";
import { prospectFilterFieldsFor } from "@/lib/features/prospects/filter-fields";
import { isNarrowed, NARROWING } from "@/lib/features/prospects/rules";
import { type ProspectChoice, type ProspectSearch, prospectSearch } from "@/lib/features/prospects/schema";

/** The choice as the text a saved filter keeps, "" for all; the words searched for are kept beside it. */
export function choiceText(choice: ProspectChoice): string {
  const all = NARROWING.filter((key) => key !== "q" && choice[key]).map((field) => ({
    field,
    operator: "is" as const,
    value: String(choice[field]),
  }));
  return all.length > 0 ? encodeFilter({ all }) : "";
}

/** Reads `choiceText` again, as parameters of an address that have yet to be checked. */
function choiceOfText(text: string): Record<string, unknown> {
  const tree = text ? parseFilter(text) : null;
  const parts = tree && "all" in tree ? tree.all : [];
  return Object.fromEntries(parts.flatMap((part) => ("field" in part ? [[part.field, part.value]] : [])));
}

/** The conditions of an address: null without any, "unreadable" when its text was tampered with. */
export function prospectFilter({ filter }: ProspectChoice): FilterTree | "unreadable" | null {
  if (!filter) return null;
  const tree = parseFilter(filter);
  const known = tree && compileFilter(tree, prospectFilterFieldsFor(tree), { today: "2000-01-01", zone: "UTC" }).ok;
  return known ? tree : "unreadable";
}

/** What an address of the list means: a saved filter it names fills in where it says nothing else. */
export function resolveProspects(asked: ProspectSearch, savedFilters: readonly SavedFilterRow[]) {
  const saved = savedFilters.find(({ id }) => id === asked.saved) ?? null;
  const savedGone = asked.saved !== undefined && saved === null;
  if (!saved) return { search: { ...asked, saved: undefined }, saved, edited: false, savedGone };
  const { filter, q, sort } = saved.query;
  const { page, edit } = asked;
  const kept = { ...choiceOfText(filter), q, saved: saved.id };
  const search = isNarrowed(asked)
    ? asked
    : { ...prospectSearch.parse({ ...kept, sort: asked.sort ?? sort }), page, edit };
  const edited = choiceText(search) !== filter || (search.q ?? "") !== (q ?? "");
  return { search, saved, edited, savedGone };
}
