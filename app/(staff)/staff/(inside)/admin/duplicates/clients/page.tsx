import type { Metadata } from "next";
import { DuplicateReport } from "@/components/duplicates/duplicate-report";
import { clientGroupView } from "@/lib/features/clients/duplicates/copy";
import { doubtAgainAction, tellApartAction } from "@/lib/features/clients/duplicates/decisions/actions";
import { countClientDuplicates, listClientDuplicates } from "@/lib/features/clients/duplicates/queries";
import { clientDuplicatesSearch } from "@/lib/features/clients/duplicates/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "Duplicates" };

export default async function DuplicateClientsPage({ searchParams }: PageProps<"/staff/admin/duplicates/clients">) {
  const actor = await admit("duplicates.view");
  const search = clientDuplicatesSearch.parse(await searchParams);
  const [page, count, { client }, words] = await Promise.all([
    listClientDuplicates(actor, search),
    countClientDuplicates(actor, search.reason),
    findSetting("terminology"),
    pageWords(),
  ]);
  const mayEdit = actor.can("clients.edit") && actor.can("contacts.edit");
  return (
    <DuplicateReport
      kind="client"
      reason={search.reason}
      page={{ ...page, rows: page.rows.map((group) => clientGroupView(group, search.reason, words)) }}
      count={count}
      terms={{ client: client.singular.toLowerCase(), clients: client.plural.toLowerCase(), Clients: client.plural }}
      actions={{ tellApart: mayEdit ? tellApartAction : null, doubtAgain: doubtAgainAction, planSafe: null }}
    />
  );
}
