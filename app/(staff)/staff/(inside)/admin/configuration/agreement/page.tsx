import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublishVersionForm } from "@/components/agreements/publish-version-form";
import { VersionChanges } from "@/components/agreements/version-changes";
import { VersionsTable } from "@/components/agreements/versions-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { currentWording } from "@/lib/features/agreements/versions/copy";
import { listVersions } from "@/lib/features/agreements/versions/queries";
import { versionsSearch } from "@/lib/features/agreements/versions/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Client agreement" };

export default async function AgreementConfigurationPage(props: PageProps<"/staff/admin/configuration/agreement">) {
  const actor = await admit("agreements.publish");
  const { compare } = versionsSearch.parse(await props.searchParams);
  const [all, organization, t] = await Promise.all([
    listVersions(actor),
    findSetting("organization"),
    getTranslations("agreements.admin"),
  ]);
  const versions = all.filter(({ centerId }) => centerId === null);
  const number = (all[0]?.number ?? 0) + 1;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="grid gap-5">
        <Card title={t("history")} padded={false}>
          <VersionsTable
            versions={versions}
            timeZone={organization.timeZone}
            compareAt={paths.staff.admin.agreementChanges}
          />
        </Card>
        <VersionChanges versions={versions} compare={compare} />
        <Card title={t("publishTitle")}>
          <PublishVersionForm
            number={number}
            changes={versions.length > 0}
            english={currentWording(versions[0], "en")}
            spanish={currentWording(versions[0], "es")}
          />
        </Card>
      </div>
    </>
  );
}
