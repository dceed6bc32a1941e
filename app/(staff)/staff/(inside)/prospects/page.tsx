import type { Metadata } from "next";
import { FilterEditor } from "@/components/filters/filter-editor";
import { SAVED_FILTER_ACTIONS } from "@/components/filters/saving-actions";
import { ProspectList } from "@/components/prospects/prospect-list";
import { termValues } from "@/lib/features/clients/copy";
import { fileOffer } from "@/lib/features/exports/rules";
import { describeFilter } from "@/lib/features/filters/copy";
import { addProspectAction } from "@/lib/features/prospects/actions";
import { prospectFilterLabels } from "@/lib/features/prospects/copy";
import { prospectFilterFieldsFor, prospectFilterFieldsOffered } from "@/lib/features/prospects/filter-fields";
import { findProspectListing } from "@/lib/features/prospects/lists/queries";
import { choiceParameters } from "@/lib/features/prospects/rules";
import { prospectSearch } from "@/lib/features/prospects/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { pageWords } from "@/lib/platform/i18n/words";
import { dayIn } from "@/lib/values/wall-clock";

export const metadata: Metadata = { title: "Prospects" };

export default async function ProspectsPage({ searchParams }: PageProps<"/staff/prospects">) {
  const actor = await admit("prospects.view");
  const [terms, { timeZone: zone }] = await Promise.all([findSetting("terminology"), findSetting("organization")]);
  const listing = await findProspectListing(actor, prospectSearch.parse(await searchParams), { zone });
  const { search, filter, choices } = listing;
  const values = termValues(terms);
  const labels = prospectFilterLabels({ words: await pageWords(), values, choices });
  const offered = prospectFilterFieldsOffered(choices.custom, filter);
  const list = { path: paths.staff.prospects, parameters: { ...choiceParameters(search), filter: undefined } };
  return (
    <ProspectList
      listing={listing}
      sentence={filter && describeFilter(filter, prospectFilterFieldsFor(filter), labels)}
      day={{ today: dayIn(zone, now()), zone, values }}
      may={{
        add: actor.can("prospects.add") ? addProspectAction : null,
        file: fileOffer(actor, "prospects"),
        sales: actor.can("prospects.report"),
      }}
      saving={actor.can("filters.save") ? SAVED_FILTER_ACTIONS : null}
      editor={search.edit && <FilterEditor {...{ offered, labels, filter, list }} />}
    />
  );
}
