import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportConfigurationForm } from "@/components/configuration/import-configuration-form";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { importConfigurationAction } from "@/lib/features/configuration/actions";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Configuration as a file" };

export default async function ConfigurationFilePage() {
  await admit("settings.edit");
  const [t, settings] = await Promise.all([
    getTranslations("configuration"),
    getTranslations("settings.configuration"),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("body")}
        back={{ href: paths.staff.admin.configuration, label: settings("title") }}
      />
      <div className="grid max-w-3xl gap-4">
        <Card title={t("exportTitle")}>
          <p className="mb-3 text-muted">{t("exportBody")}</p>
          <LinkButton href={paths.api.configuration} download="at-a-door">
            {t("export")}
          </LinkButton>
        </Card>
        <Card title={t("importTitle")}>
          <ImportConfigurationForm action={importConfigurationAction} />
        </Card>
      </div>
    </>
  );
}
