import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublishVersionForm } from "@/components/agreements/publish-version-form";
import { VersionsTable } from "@/components/agreements/versions-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listVersions } from "@/lib/features/agreements/versions/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Client agreement" };

export default async function AgreementConfigurationPage() {
  const actor = await admit("agreements.publish");
  const [versions, organization, t] = await Promise.all([
    listVersions(actor),
    findSetting("organization"),
    getTranslations("agreements.admin"),
  ]);
  const [current] = versions;
  const wording = (language: string) => current?.texts.find((text) => text.language === language) ?? null;
  const number = (current?.number ?? 0) + 1;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid gap-5">
        <Card title={t("history")} padded={false}>
          <VersionsTable versions={versions} timeZone={organization.timeZone} />
        </Card>
        <Card title={t("publishTitle")}>
          <PublishVersionForm number={number} english={wording("en")} spanish={wording("es")} />
        </Card>
      </div>
    </>
  );
}
