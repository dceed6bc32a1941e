import type { Metadata } from "next";
import { ToldApartList } from "@/components/duplicates/told-apart-list";
import { doubtAgainAction } from "@/lib/features/clients/duplicates/decisions/actions";
import { listToldApart } from "@/lib/features/clients/duplicates/decisions/queries";
import { duplicatesSearch } from "@/lib/features/contacts/duplicates/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { formatDay } from "@/lib/values/format";

export const metadata: Metadata = { title: "Not Duplicates" };

export default async function ToldApartPage({ searchParams }: PageProps<"/staff/admin/duplicates/told-apart">) {
  const actor = await admit("duplicates.view");
  const { page: cursor } = duplicatesSearch.parse(await searchParams);
  const [page, { timeZone }, { client }] = await Promise.all([
    listToldApart(actor, cursor),
    findSetting("organization"),
    findSetting("terminology"),
  ]);
  const rows = page.rows.map((pair) => ({
    ...pair,
    when: formatDay(pair.decidedAt, { locale: "en", zone: timeZone }),
  }));
  const doubtAgain = actor.can("contacts.edit") ? doubtAgainAction : null;
  return <ToldApartList page={{ ...page, rows }} doubtAgain={doubtAgain} clients={client.plural} />;
}
