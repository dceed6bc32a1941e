import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { PortalClient } from "@/lib/features/clients/portal/schema";
import { paths } from "@/lib/paths";
import { ClientTabs } from "./client-tabs";

type InformationPanelProps = {
  clients: readonly PortalClient[];
  current: PortalClient;
  company: ReactNode;
  own: ReactNode;
  email: ReactNode;
};

/** "My Information": one client at a time, then the person themself. */
export function InformationPanel({ clients, current, company, own, email }: InformationPanelProps) {
  const t = useTranslations("portal");
  const frame = "rounded-lg border border-border bg-surface p-4 sm:p-5";
  return (
    <>
      <PageHeader title={t("information.title")} />
      <ClientTabs clients={clients} current={current.id} hrefOf={paths.portal.informationOf} />
      {company}
      <div id="you" className="scroll-mt-20">
        <Section title={t("information.you")} description={t("information.youBody")}>
          <div className={frame}>{own}</div>
        </Section>
        <Section title={t("email.title")}>
          <div className={frame}>{email}</div>
        </Section>
      </div>
    </>
  );
}
