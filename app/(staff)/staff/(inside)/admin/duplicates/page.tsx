import type { Metadata } from "next";
import { DuplicateReport } from "@/components/duplicates/duplicate-report";
import { doubtAgainAction, tellApartAction } from "@/lib/features/clients/duplicates/decisions/actions";
import { groupView } from "@/lib/features/contacts/duplicates/copy";
import { countDuplicates, listDuplicates } from "@/lib/features/contacts/duplicates/queries";
import { duplicatesSearch } from "@/lib/features/contacts/duplicates/schema";
import { planSafeMergeAction } from "@/lib/features/contacts/merges/batches/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "Duplicates" };

export default async function DuplicatesPage({ searchParams }: PageProps<"/staff/admin/duplicates">) {
  const actor = await admit("duplicates.view");
  const search = duplicatesSearch.parse(await searchParams);
  const [page, count, { client }, words] = await Promise.all([
    listDuplicates(actor, search),
    countDuplicates(actor, search.reason),
    findSetting("terminology"),
    pageWords(),
  ]);
  return (
    <DuplicateReport
      kind="contact"
      reason={search.reason}
      page={{ ...page, rows: page.rows.map((group) => groupView(group, search.reason, words)) }}
      count={count}
      terms={{ client: client.singular.toLowerCase(), clients: client.plural.toLowerCase(), Clients: client.plural }}
      actions={{
        tellApart: actor.can("contacts.edit") ? tellApartAction : null,
        doubtAgain: doubtAgainAction,
        planSafe: planSafeMergeAction,
      }}
    />
  );
}
