import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ConvertPanel } from "@/components/conversions/convert-panel";
import { termValues } from "@/lib/features/clients/copy";
import { findClientChoices } from "@/lib/features/clients/record/queries";
import { convertProspectAction } from "@/lib/features/conversions/actions";
import {
  countLuggage,
  findChosenClient,
  findClientMatches,
  findNeeded,
  findPersonMatches,
} from "@/lib/features/conversions/proposals/queries";
import { conversionSearch } from "@/lib/features/conversions/schema";
import { findProspect } from "@/lib/features/prospects/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Convert to client" };

type Props = PageProps<"/staff/prospects/[prospectId]/convert">;

export default async function ConvertProspectPage({ params, searchParams }: Props) {
  const actor = await admit("prospects.convert");
  const prospect = await findProspect(actor, (await params).prospectId);
  if (!prospect) notFound();
  if (prospect.conversion) redirect(paths.staff.client(prospect.conversion.clientId));
  const search = conversionSearch.parse(await searchParams);
  const find = search.find ?? prospect.name;
  const [client, found, matches, luggage, choices, terms] = await Promise.all([
    findChosenClient(actor, search.client),
    findClientMatches(actor, { find, email: prospect.email }),
    findPersonMatches(actor, prospect.people),
    countLuggage(prospect.id),
    findClientChoices(actor),
    findSetting("terminology"),
  ]);
  const words = { values: termValues(terms), action: convertProspectAction };
  const anew = { ...choices, needed: await findNeeded(prospect, choices.custom) };
  const form = { prospect, client, anew, matches, luggage, words };
  return <ConvertPanel {...form} found={found} find={find} />;
}
