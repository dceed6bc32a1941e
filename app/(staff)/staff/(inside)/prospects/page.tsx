import type { Metadata } from "next";
import { ProspectList } from "@/components/prospects/prospect-list";
import { termValues } from "@/lib/features/clients/copy";
import { addProspectAction } from "@/lib/features/prospects/actions";
import { countProspects, findProspectChoices, listProspects } from "@/lib/features/prospects/queries";
import { prospectSearch } from "@/lib/features/prospects/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/date";

export const metadata: Metadata = { title: "Prospects" };

export default async function ProspectsPage({ searchParams }: PageProps<"/staff/prospects">) {
  const actor = await admit("prospects.view");
  const search = prospectSearch.parse(await searchParams);
  const [terms, { timeZone: zone }] = await Promise.all([findSetting("terminology"), findSetting("organization")]);
  const [page, total, choices] = await Promise.all([
    listProspects(actor, search, { zone }),
    countProspects(actor, search, { zone }),
    findProspectChoices(actor),
  ]);
  return (
    <ProspectList
      search={search}
      page={page}
      total={total}
      choices={choices}
      day={{ today: dayIn(zone, now()), zone, values: termValues(terms) }}
      add={actor.can("prospects.edit") ? addProspectAction : null}
    />
  );
}
