import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormKeeping } from "@/components/drafts/form-keeping";
import { ProspectForm } from "@/components/prospects/prospect-form";
import { ProspectShell } from "@/components/prospects/prospect-shell";
import { termValues } from "@/lib/features/clients/copy";
import { findDraft } from "@/lib/features/drafts/queries";
import { draftKeys } from "@/lib/features/drafts/schema";
import { editProspectAction } from "@/lib/features/prospects/actions";
import { findProspectChoices } from "@/lib/features/prospects/queries";
import { findProspect } from "@/lib/features/prospects/record/queries";
import { prospectFormValues } from "@/lib/features/prospects/record/rules";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Edit prospect" };

export default async function EditProspectPage({ params }: PageProps<"/staff/prospects/[prospectId]/edit">) {
  const actor = await admit("prospects.edit");
  const prospect = await findProspect(actor, (await params).prospectId);
  if (!prospect) notFound();
  const [choices, draft, terms] = await Promise.all([
    findProspectChoices(actor),
    findDraft(actor, draftKeys.editProspect(prospect.id)),
    findSetting("terminology"),
  ]);
  const values = termValues(terms);
  return (
    <ProspectShell prospect={prospect} values={values} can={{ edit: true, convert: actor.can("prospects.convert") }}>
      <FormKeeping draft={draft} edits={{ version: prospect.version, values: prospectFormValues(prospect) }}>
        <ProspectForm
          prospect={prospect}
          choices={choices}
          ownerId={actor.accountId}
          values={values}
          action={editProspectAction}
        />
      </FormKeeping>
    </ProspectShell>
  );
}
