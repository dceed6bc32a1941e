import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RetentionForm } from "@/components/settings/retention-form";
import { SecurityForm } from "@/components/settings/security-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { termValues } from "@/lib/features/clients/copy";
import { changeRetentionAction, changeSecurityAction } from "@/lib/features/settings/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Security and retention" };

export default async function SecurityPolicyPage() {
  await admit("settings.edit");
  const [security, retention, terms, t] = await Promise.all([
    findSetting("security"),
    findSetting("retention"),
    findSetting("terminology"),
    getTranslations("settings"),
  ]);
  const back = { href: paths.staff.admin.configuration, label: t("configuration.title") };
  return (
    <>
      <PageHeader title={t("security.page")} back={back} />
      <div className="grid max-w-3xl gap-4">
        <Card title={t("security.title")}>
          <SecurityForm value={security} values={termValues(terms)} action={changeSecurityAction} />
        </Card>
        <Card title={t("retention.title")}>
          <RetentionForm value={retention} action={changeRetentionAction} />
        </Card>
      </div>
    </>
  );
}
