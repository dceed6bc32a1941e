import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PractitionerForm } from "@/components/practitioners/practitioner-form";
import { PageHeader } from "@/components/ui/page-header";
import { listCenters } from "@/lib/features/centers/queries";
import { termValues } from "@/lib/features/clients/copy";
import { createPractitionerAction } from "@/lib/features/practitioners/actions";
import { listServiceChoices } from "@/lib/features/practitioners/queries";
import { listLanguageChoices } from "@/lib/features/settings/coded-lists/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "New practitioner" };

export default async function NewPractitionerPage() {
  const actor = await admit("practitioners.add");
  const [centers, services, languages, terms, t] = await Promise.all([
    listCenters(actor),
    listServiceChoices(actor, []),
    listLanguageChoices(actor),
    findSetting("terminology"),
    getTranslations("practitioners.form"),
  ]);
  const values = termValues(terms);
  const open = centers.filter(({ archived }) => !archived);
  const back = { href: paths.staff.practitioners, label: terms.practitioner.plural };
  return (
    <>
      <PageHeader title={t("newTitle", values)} back={back} />
      <PractitionerForm
        practitioner={null}
        centers={open}
        choices={{ services, languages }}
        values={values}
        action={createPractitionerAction}
      />
    </>
  );
}
