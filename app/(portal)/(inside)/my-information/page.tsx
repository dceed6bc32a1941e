import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CompanyCard } from "@/components/portal/company-card";
import { EmailForm } from "@/components/portal/email-form";
import { InformationPanel } from "@/components/portal/information-panel";
import { OwnDetailsForm } from "@/components/portal/own-details-form";
import { ProposalNews } from "@/components/portal/proposal-news";
import { editCompanyAction } from "@/lib/features/clients/portal/actions";
import { listPortalClients } from "@/lib/features/clients/portal/queries";
import { clientChoice } from "@/lib/features/clients/portal/schema";
import { withdrawProposalAction } from "@/lib/features/clients/proposals/actions";
import { editOwnDetailsAction } from "@/lib/features/contacts/portal/actions";
import { findOwnDetails } from "@/lib/features/contacts/portal/queries";
import { askEmailChangeAction } from "@/lib/features/portal-logins/email-changes/actions";
import { findPendingEmail } from "@/lib/features/portal-logins/email-changes/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("information.title") };
}

export default async function MyInformationPage({ searchParams }: PageProps<"/my-information">) {
  const actor = await admit("portal.view");
  const { client: wanted } = clientChoice.parse(await searchParams);
  const [clients, own, pending] = await Promise.all([
    listPortalClients(actor),
    findOwnDetails(actor),
    findPendingEmail(actor),
  ]);
  const current = wanted ? clients.find(({ id }) => id === wanted) : clients[0];
  if (!current) notFound();
  const { timeZone: zone } = await findSetting("organization");
  const news = current.proposals.length > 0 && (
    <ProposalNews client={current} zone={zone} withdraw={withdrawProposalAction} />
  );
  return (
    <InformationPanel
      clients={clients}
      current={current}
      company={<CompanyCard client={current} news={news} action={editCompanyAction} />}
      own={<OwnDetailsForm own={own} action={editOwnDetailsAction} />}
      email={<EmailForm email={own.email} pending={pending} action={askEmailChangeAction} />}
    />
  );
}
