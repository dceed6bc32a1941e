import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CenterForm } from "@/components/centers/center-form";
import { PageHeader } from "@/components/ui/page-header";
import { editCenterAction } from "@/lib/features/centers/actions";
import { findCenter } from "@/lib/features/centers/queries";
import { termValues } from "@/lib/features/clients/copy";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { listTimeZones } from "@/lib/values/time-zone";

export const metadata: Metadata = { title: "Center" };

export default async function CenterPage({ params }: PageProps<"/staff/admin/centers/[centerId]">) {
  const actor = await admit("centers.edit");
  const center = await findCenter(actor, (await params).centerId);
  if (!center) notFound();
  const [terms, t] = await Promise.all([findSetting("terminology"), getTranslations("practitioners.centers")]);
  const values = termValues(terms);
  const zones = { all: listTimeZones(), usual: center.timeZone };
  const back = { href: paths.staff.admin.centers, label: terms.center.plural };
  return (
    <>
      <PageHeader title={t("editTitle", { name: center.name })} back={back} />
      <CenterForm center={center} zones={zones} values={values} action={editCenterAction} />
    </>
  );
}
