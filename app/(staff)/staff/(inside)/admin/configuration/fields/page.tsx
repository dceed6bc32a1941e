import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MandatoryFieldsForm } from "@/components/clients/mandatory-fields-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { termValues } from "@/lib/features/clients/copy";
import { changeClientFieldsAction } from "@/lib/features/settings/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Fields" };

export default async function FieldsPage() {
  await admit("settings.edit");
  const [{ mandatory }, terms, t] = await Promise.all([
    findSetting("clientFields"),
    findSetting("terminology"),
    getTranslations(),
  ]);
  const values = termValues(terms);
  return (
    <>
      <PageHeader
        title={t("settings.administration.clientFields")}
        back={{ href: paths.staff.admin.configuration, label: t("settings.configuration.title") }}
      />
      <div className="grid max-w-3xl gap-4">
        <Card title={t("clients.mandatory.title")}>
          <p className="mb-4 text-muted">{t("clients.mandatory.body", values)}</p>
          <MandatoryFieldsForm mandatory={mandatory} terms={terms} action={changeClientFieldsAction} />
        </Card>
      </div>
    </>
  );
}
