import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Section } from "@/components/ui/section";
import type { PortalClient } from "@/lib/features/clients/portal/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { CompanyDetails } from "./company-details";
import { CompanyForm } from "./company-form";

const WHY = { not_entitled: "information.notEntitled", switched_off: "information.switchedOff" } as const;

type CompanyCardProps = {
  client: PortalClient;
  /** What was asked of staff; nothing where nothing was. */
  news: ReactNode;
  action: ServerAction<{ waiting: number }>;
};

/** A client in the portal: to correct, to read, or only its name, by what its contact may do. */
export function CompanyCard({ client, news, action }: CompanyCardProps) {
  const t = useTranslations("portal");
  const { id, name, isPerson, details, edit } = client;
  return (
    <Section title={t("information.about", { name })}>
      {edit !== "yes" && <Banner>{t(WHY[edit])}</Banner>}
      {news}
      {details && edit !== "yes" && (
        <div className="rounded-lg border border-border bg-surface p-4">
          <CompanyDetails details={details} isPerson={isPerson} />
        </div>
      )}
      {details && edit === "yes" && (
        <div className="rounded-lg border border-border bg-surface p-4 sm:p-5">
          {details.legalName && (
            <p className="mb-4 text-muted text-sm">{t("information.legalName", { name: details.legalName })}</p>
          )}
          <CompanyForm key={id} client={{ ...client, details }} action={action} />
        </div>
      )}
    </Section>
  );
}
