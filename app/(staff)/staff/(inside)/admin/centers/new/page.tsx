import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CenterForm } from "@/components/centers/center-form";
import { PageHeader } from "@/components/ui/page-header";
import { createCenterAction } from "@/lib/features/centers/actions";
import { termValues } from "@/lib/features/clients/copy";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { listTimeZones } from "@/lib/values/time-zone";

export const metadata: Metadata = { title: "New center" };

export default async function NewCenterPage() {
  await admit("centers.edit");
  const [organization, terms, t] = await Promise.all([
    findSetting("organization"),
    findSetting("terminology"),
    getTranslations("practitioners.centers"),
  ]);
  const values = termValues(terms);
  const zones = { all: listTimeZones(), usual: organization.timeZone };
  return (
    <>
      <PageHeader
        title={t("newTitle", values)}
        back={{ href: paths.staff.admin.centers, label: terms.center.plural }}
      />
      <CenterForm center={null} zones={zones} values={values} action={createCenterAction} />
    </>
  );
}
