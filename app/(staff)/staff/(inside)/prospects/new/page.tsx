import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProspectForm } from "@/components/prospects/prospect-form";
import { PageHeader } from "@/components/ui/page-header";
import { termValues } from "@/lib/features/clients/copy";
import { createProspectAction } from "@/lib/features/prospects/actions";
import { findProspectChoices } from "@/lib/features/prospects/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "New prospect" };

export default async function NewProspectPage() {
  const actor = await admit("prospects.edit");
  const [choices, terms, t] = await Promise.all([
    findProspectChoices(actor),
    findSetting("terminology"),
    getTranslations("prospects.add"),
  ]);
  const values = termValues(terms);
  return (
    <>
      <PageHeader title={t("title", values)} back={{ href: paths.staff.prospects, label: values.prospects ?? "" }} />
      <ProspectForm
        prospect={null}
        choices={choices}
        ownerId={actor.accountId}
        values={values}
        action={createProspectAction}
      />
    </>
  );
}
