import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormKeeping } from "@/components/drafts/form-keeping";
import { ProspectForm } from "@/components/prospects/prospect-form";
import { PageHeader } from "@/components/ui/page-header";
import { termValues } from "@/lib/features/clients/copy";
import { findDraft } from "@/lib/features/drafts/queries";
import { draftKeys } from "@/lib/features/drafts/schema";
import { createProspectAction } from "@/lib/features/prospects/actions";
import { findProspectChoices } from "@/lib/features/prospects/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "New prospect" };

export default async function NewProspectPage() {
  const actor = await admit("prospects.add");
  const [choices, draft, terms, t] = await Promise.all([
    findProspectChoices(actor),
    findDraft(actor, draftKeys.newProspect),
    findSetting("terminology"),
    getTranslations("prospects.add"),
  ]);
  const values = termValues(terms);
  return (
    <>
      <PageHeader title={t("title", values)} back={{ href: paths.staff.prospects, label: values.prospects ?? "" }} />
      <FormKeeping draft={draft}>
        <ProspectForm
          prospect={null}
          choices={choices}
          ownerId={actor.accountId}
          values={values}
          action={createProspectAction}
        />
      </FormKeeping>
    </>
  );
}
