import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";

type ConfigurationPanelProps = {
  organization: ReactNode;
  portal: ReactNode;
  mail: ReactNode;
  terminology: ReactNode;
  /** Nothing while nothing was ever changed. */
  changes: ReactNode;
};

/** Everything an administrator sets for the whole organization, one form for each matter. */
export function ConfigurationPanel({ organization, portal, mail, terminology, changes }: ConfigurationPanelProps) {
  const t = useTranslations("settings");
  const sales = useTranslations("prospects.stages");
  return (
    <>
      <PageHeader
        title={t("configuration.title")}
        back={{ href: paths.staff.admin.home, label: t("administration.title") }}
        actions={
          <>
            <LinkButton href={paths.staff.admin.prospectStages}>{sales("link")}</LinkButton>
            <LinkButton href={paths.staff.admin.agreement} variant="secondary">
              {t("administration.agreement")}
            </LinkButton>
          </>
        }
      />
      <div className="grid max-w-3xl gap-4">
        <Card title={t("organization.title")}>{organization}</Card>
        <Card title={t("portal.title")}>{portal}</Card>
        <Card title={t("mail.title")}>{mail}</Card>
        <Card title={t("terminology.title")}>
          <p className="mb-4 text-muted">{t("terminology.body")}</p>
          {terminology}
        </Card>
        {changes && (
          <Card title={t("configuration.changes")} padded={false}>
            {changes}
          </Card>
        )}
      </div>
    </>
  );
}
