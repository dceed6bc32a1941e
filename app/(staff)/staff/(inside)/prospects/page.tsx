import type { Metadata } from "next";
import { SAVED_FILTER_ACTIONS } from "@/components/filters/saving-actions";
import { ProspectList } from "@/components/prospects/prospect-list";
import { termValues } from "@/lib/features/clients/copy";
import { addProspectAction } from "@/lib/features/prospects/actions";
import { findProspectListing } from "@/lib/features/prospects/lists/queries";
import { prospectSearch } from "@/lib/features/prospects/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/date";

export const metadata: Metadata = { title: "Prospects" };

export default async function ProspectsPage({ searchParams }: PageProps<"/staff/prospects">) {
  const actor = await admit("prospects.view");
  const [terms, { timeZone: zone }] = await Promise.all([findSetting("terminology"), findSetting("organization")]);
  const listing = await findProspectListing(actor, prospectSearch.parse(await searchParams), { zone });
  return (
    <ProspectList
      listing={listing}
      day={{ today: dayIn(zone, now()), zone, values: termValues(terms) }}
      add={actor.can("prospects.add") ? addProspectAction : null}
      saving={actor.can("filters.save") ? SAVED_FILTER_ACTIONS : null}
    />
  );
}
