import type { Metadata } from "next";
import { PractitionersPanel } from "@/components/portal/practitioners-panel";
import { listOwnPractitioners } from "@/lib/features/practitioners/portal/queries";
import { findPortalTerms } from "@/lib/features/settings/terms/queries";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await findPortalTerms()).practitioners };
}

export default async function PortalPractitionersPage() {
  const actor = await admit("portal.view");
  const [{ practitioners: title }, practitioners] = await Promise.all([findPortalTerms(), listOwnPractitioners(actor)]);
  return <PractitionersPanel {...{ title, practitioners }} severalClients={actor.clients.length > 1} />;
}
