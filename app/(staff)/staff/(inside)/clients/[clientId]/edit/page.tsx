import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdditionalInformationCard } from "@/components/clients/additional-information-card";
import { ClientForm } from "@/components/clients/client-form";
import { ClientShell } from "@/components/clients/client-shell";
import { FormKeeping } from "@/components/drafts/form-keeping";
import { RecordLayout } from "@/components/ui/record-layout";
import { editClientAction } from "@/lib/features/clients/actions";
import { findNote } from "@/lib/features/clients/notes/queries";
import { findClient, findClientChoices } from "@/lib/features/clients/record/queries";
import { clientFormValues } from "@/lib/features/clients/record/rules";
import { editSearch } from "@/lib/features/clients/schema";
import { findDraft } from "@/lib/features/drafts/queries";
import { draftKeys } from "@/lib/features/drafts/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Edit client" };

export default async function EditClientPage({ params, searchParams }: PageProps<"/staff/clients/[clientId]/edit">) {
  const actor = await admit("clients.edit");
  const client = await findClient(actor, (await params).clientId);
  if (!client) notFound();
  const { field } = editSearch.parse(await searchParams);
  const [choices, draft, note, terms] = await Promise.all([
    findClientChoices(actor),
    findDraft(actor, draftKeys.editClient(client.id)),
    findNote(actor, { subjectKind: "client", subjectId: client.id }),
    findSetting("terminology"),
  ]);
  const notes = note && <AdditionalInformationCard client={client} note={note} terms={terms} />;
  return (
    <ClientShell client={client} terms={terms} can={{ edit: true, mail: actor.can("mailings.prepare") }}>
      <RecordLayout aside={notes}>
        <FormKeeping draft={draft} edits={{ version: client.version, values: clientFormValues(client) }}>
          <ClientForm client={client} field={field} choices={choices} terms={terms} action={editClientAction} />
        </FormKeeping>
      </RecordLayout>
    </ClientShell>
  );
}
