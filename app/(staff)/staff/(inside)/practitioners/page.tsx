import type { Metadata } from "next";
import { PractitionerList } from "@/components/practitioners/practitioner-list";
import { termValues } from "@/lib/features/clients/copy";
import { listPractitioners } from "@/lib/features/practitioners/queries";
import { practitionerSearch } from "@/lib/features/practitioners/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Practitioners" };

export default async function PractitionersPage({ searchParams }: PageProps<"/staff/practitioners">) {
  const actor = await admit("practitioners.view");
  const { status } = practitionerSearch.parse(await searchParams);
  const [rows, terms] = await Promise.all([listPractitioners(actor, { status }), findSetting("terminology")]);
  const mayEdit = actor.can("practitioners.add");
  return <PractitionerList rows={rows} status={status} values={termValues(terms)} mayEdit={mayEdit} />;
}
