import type { Metadata } from "next";
import { PractitionerList } from "@/components/practitioners/practitioner-list";
import { findCenter } from "@/lib/features/centers/queries";
import { termValues } from "@/lib/features/clients/copy";
import { listPractitioners } from "@/lib/features/practitioners/queries";
import { practitionerSearch } from "@/lib/features/practitioners/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Practitioners" };

export default async function PractitionersPage({ searchParams }: PageProps<"/staff/practitioners">) {
  const actor = await admit("practitioners.view");
  const { status, center: centerId } = practitionerSearch.parse(await searchParams);
  const [rows, center, terms] = await Promise.all([
    listPractitioners(actor, { status, center: centerId }),
    centerId ? findCenter(actor, centerId) : null,
    findSetting("terminology"),
  ]);
  const mayEdit = actor.can("practitioners.add");
  return <PractitionerList rows={rows} state={{ status, center }} values={termValues(terms)} mayEdit={mayEdit} />;
}
