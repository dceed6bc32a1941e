import type { Metadata } from "next";
import { CodedListPage } from "@/components/settings/coded-list-page";
import { termValues } from "@/lib/features/clients/copy";
import { listCoded } from "@/lib/features/settings/coded-lists/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Funding sources" };

export default async function FundingSourcesPage() {
  const actor = await admit("settings.edit");
  const [entries, terms] = await Promise.all([listCoded(actor, "fundingSources"), findSetting("terminology")]);
  return <CodedListPage list="fundingSources" entries={entries} values={termValues(terms)} />;
}
