import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";
import { ConfigurationLinks } from "./configuration-links";

type ConfigurationPanelProps = {
  organization: ReactNode;
  portal: ReactNode;
  /** What becomes of corrections, field by field. */
  portalFields: ReactNode;
  mail: ReactNode;
  booking: ReactNode;
  sessionMails: ReactNode;
  terminology: ReactNode;
  /** Nothing while nothing was ever changed. */
  changes: ReactNode;
};

/** Everything an administrator sets for the whole organization, one form for each matter. */
export function ConfigurationPanel(props: ConfigurationPanelProps) {
  const t = useTranslations("settings");
  const { organization, portal, portalFields, mail, booking, sessionMails, terminology, changes } = props;
  return (
    <>
      <PageHeader
        title={t("configuration.title")}
        back={{ href: paths.staff.admin.home, label: t("administration.title") }}
      />
      <div className="grid max-w-3xl gap-4">
        <ConfigurationLinks />
        <Card title={t("organization.title")}>{organization}</Card>
        <Card title={t("portal.title")}>{portal}</Card>
        <Card title={t("portalFields.title")}>{portalFields}</Card>
        <Card title={t("mail.title")}>{mail}</Card>
        <Card title={t("booking.title")}>{booking}</Card>
        <Card title={t("sessionMails.title")}>{sessionMails}</Card>
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
