import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComparisonPage } from "@/components/duplicates/comparison-page";
import { mergeClientsAction } from "@/lib/features/clients/merges/actions";
import { listComparedClients } from "@/lib/features/clients/merges/comparing/queries";
import { comparedClient } from "@/lib/features/clients/merges/copy";
import { clientSuggestions, suggestedClient } from "@/lib/features/clients/merges/rules";
import { CLIENT_MERGE_FIELDS } from "@/lib/features/clients/merges/schema";
import { compareSearch } from "@/lib/features/merges/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "Compare and Merge" };

type Props = PageProps<"/staff/admin/duplicates/clients/compare">;

export default async function CompareClientsPage({ searchParams }: Props) {
  const actor = await admit("clients.merge");
  const { id: ids } = compareSearch.parse(await searchParams);
  const [clients, { timeZone: zone }, terms, words, t] = await Promise.all([
    listComparedClients(actor, ids),
    findSetting("organization"),
    findSetting("terminology"),
    pageWords(),
    getTranslations("duplicates.comparison.clientFields"),
  ]);
  const values = { center: terms.center.singular, practitioner: terms.practitioner.singular };
  return (
    <ComparisonPage
      kind="client"
      people={clients.map((client) => comparedClient(client, { words, locale: words.locale, zone }))}
      fields={CLIENT_MERGE_FIELDS.map((name) => ({ name, label: t(name, values) }))}
      winnerId={suggestedClient(clients)}
      suggestions={clientSuggestions(clients)}
      merge={mergeClientsAction}
    />
  );
}
