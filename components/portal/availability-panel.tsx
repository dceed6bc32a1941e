import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";
import { AccountTabs } from "./account-tabs";
import { ClientTabs } from "./client-tabs";

type AvailabilityPanelProps = {
  clients: readonly { id: string; name: string }[];
  current: { id: string; name: string } | null;
  /** The forms; nothing where the contact decides for nobody. */
  children: ReactNode;
};

/** When sessions can take place, for each client the contact decides for. */
export function AvailabilityPanel({ clients, current, children }: AvailabilityPanelProps) {
  const t = useTranslations("portal.availability");
  return (
    <>
      <PageHeader title={t("title")} description={current ? t("body", { name: current.name }) : undefined} />
      <AccountTabs />
      {current ? (
        <>
          <ClientTabs clients={clients} current={current.id} hrefOf={paths.portal.availabilityOf} />
          {children}
        </>
      ) : (
        <EmptyState kind="no-right" title={t("noRightTitle")} body={t("noRightBody")} />
      )}
    </>
  );
}
