import "server-only";
import { type ClientRow, countClients, listClients } from "@/lib/features/clients/queries";
import { findClientChoices } from "@/lib/features/clients/record/queries";
import type { ClientChoices } from "@/lib/features/clients/record/schema";
import type { ClientSearch } from "@/lib/features/clients/schema";
import { listSavedFilters } from "@/lib/features/filters/queries";
import type { SavedFilterRow } from "@/lib/features/filters/saved/schema";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { Page } from "@/lib/platform/page";
import { type ClientListState, resolveSearch } from "./rules";

/** Everything the list of clients shows at one address. */
export type ClientListing = {
  state: ClientListState;
  page: Page<ClientRow>;
  total: { count: number; more: boolean };
  choices: ClientChoices;
  savedFilters: SavedFilterRow[];
  /** The address named a saved filter that is not there. */
  savedGone: boolean;
};

const NOBODY = { page: { rows: [], previous: null, next: null }, total: { count: 0, more: false } };

/** The list at an address; a filter that cannot be read lists nobody. */
export async function findClientListing(actor: AccountActor, search: ClientSearch): Promise<ClientListing> {
  const savedFilters = await listSavedFilters(actor, { list: "clients" });
  const state = resolveSearch(search, savedFilters);
  const [page, total, choices] = await Promise.all([
    state.unreadable ? NOBODY.page : listClients(actor, state),
    state.unreadable ? NOBODY.total : countClients(actor, state),
    findClientChoices(actor),
  ]);
  const savedGone = search.saved !== undefined && state.saved === null;
  return { state, page, total, choices, savedFilters, savedGone };
}
