import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PractitionerForm } from "@/components/practitioners/practitioner-form";
import { PageHeader } from "@/components/ui/page-header";
import { listCenters } from "@/lib/features/centers/queries";
import { termValues } from "@/lib/features/clients/copy";
import { editPractitionerAction } from "@/lib/features/practitioners/actions";
import { findPractitioner, listServiceChoices } from "@/lib/features/practitioners/queries";
import { listLanguageChoices } from "@/lib/features/settings/coded-lists/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Edit practitioner" };

export default async function EditPractitionerPage({
  params,
}: PageProps<"/staff/practitioners/[practitionerId]/edit">) {
  const actor = await admit("practitioners.edit");
  const practitioner = await findPractitioner(actor, (await params).practitionerId);
  if (!practitioner) notFound();
  const [centers, services, languages, terms, t] = await Promise.all([
    listCenters(actor),
    listServiceChoices(actor, practitioner.services),
    listLanguageChoices(actor, practitioner.languages),
    findSetting("terminology"),
    getTranslations("practitioners.form"),
  ]);
  const { id, name, centerId } = practitioner;
  const offered = centers.filter((center) => !center.archived || center.id === centerId);
  const values = termValues(terms);
  return (
    <>
      <PageHeader title={t("editTitle", { name })} back={{ href: paths.staff.practitioner(id), label: name }} />
      <PractitionerForm
        practitioner={practitioner}
        centers={offered}
        choices={{ services, languages }}
        values={values}
        action={editPractitionerAction}
      />
    </>
  );
}
