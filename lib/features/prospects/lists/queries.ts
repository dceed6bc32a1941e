import "server-only";
import { listSavedFilters } from "@/lib/features/filters/queries";
import { countProspects, findProspectChoices, listProspects } from "@/lib/features/prospects/queries";
import type { ProspectSearch } from "@/lib/features/prospects/schema";
import type { AccountActor } from "@/lib/platform/access/actor";
import { resolveProspects } from "./rules";

/** Everything the list of prospects shows at one address, saved filters included. */
export async function findProspectListing(actor: AccountActor, asked: ProspectSearch, { zone }: { zone: string }) {
  const savedFilters = await listSavedFilters(actor, { list: "prospects" });
  const resolved = resolveProspects(asked, savedFilters);
  const [page, total, choices] = await Promise.all([
    listProspects(actor, resolved.search, { zone }),
    countProspects(actor, resolved.search, { zone }),
    findProspectChoices(actor),
  ]);
  return { ...resolved, savedFilters, page, total, choices };
}

export type ProspectListing = Awaited<ReturnType<typeof findProspectListing>>;
