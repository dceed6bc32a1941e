import type { ClientSelection } from "@/lib/features/clients/schema";

// Apart from reading, which needs zod: the list of clients makes these addresses in the browser.

/** Ids beyond this number would not fit an address. */
export const MOST_IDS_IN_ADDRESS = 300;

/** A selection as the query of an address; the counterpart of `selectionAddress`. */
export function selectionQuery({ all, ids, except, filter, q }: ClientSelection): string {
  const query = new URLSearchParams();
  if (!all) query.set("ids", ids.join(","));
  else {
    query.set("all", "true");
    if (filter) query.set("filter", filter);
    if (q) query.set("q", q);
    if (except.length > 0) query.set("except", except.join(","));
  }
  return query.toString();
}
