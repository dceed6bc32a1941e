import type { Metadata } from "next";
import { ProposalList } from "@/components/proposals/proposal-list";
import { termValues } from "@/lib/features/clients/copy";
import { listProposals } from "@/lib/features/clients/proposals/queries";
import { proposalSearch } from "@/lib/features/clients/proposals/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Changes from the portal" };

export default async function ProposalsPage({ searchParams }: PageProps<"/staff/proposals">) {
  const actor = await admit("clients.edit");
  const [page, terms, { timeZone: zone }] = await Promise.all([
    listProposals(actor, proposalSearch.parse(await searchParams)),
    findSetting("terminology"),
    findSetting("organization"),
  ]);
  return <ProposalList page={page} zone={zone} values={termValues(terms)} />;
}
