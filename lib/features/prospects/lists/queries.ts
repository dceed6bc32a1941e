import "server-only";
import { listSavedFilters } from "@/lib/features/filters/queries";
import { countProspects, findProspectChoices, listProspects } from "@/lib/features/prospects/queries";
import type { ProspectSearch } from "@/lib/features/prospects/schema";
import type { AccountActor } from "@/lib/platform/access/actor";
import { prospectFilter, resolveProspects } from "./rules";

/** Everything the list of prospects shows at one address, saved filters included. */
export async function findProspectListing(actor: AccountActor, asked: ProspectSearch, { zone }: { zone: string }) {
  const savedFilters = await listSavedFilters(actor, { list: "prospects" });
  const resolved = resolveProspects(asked, savedFilters);
  const [page, total, choices] = await Promise.all([
    listProspects(actor, resolved.search, { zone }),
    countProspects(actor, resolved.search, { zone }),
    findProspectChoices(actor),
  ]);
  const filter = prospectFilter(resolved.search);
  const unreadable = filter === "unreadable";
  return { ...resolved, filter: unreadable ? null : filter, unreadable, savedFilters, page, total, choices };
}

export type ProspectListing = Awaited<ReturnType<typeof findProspectListing>>;
