/** What is shown now, as it is saved: the filter's address text ("" for everything), the search, the order. */
export type SavedQueryFields = { filter: string; q?: string; sort?: string };

/** Posts it with a form. */
export function SavedQueryInputs({ query }: { query: SavedQueryFields }) {
  return (
    <>
      <input type="hidden" name="filter" value={query.filter} />
      {query.q && <input type="hidden" name="q" value={query.q} />}
      {query.sort && <input type="hidden" name="sort" value={query.sort} />}
    </>
  );
}
