import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientForm } from "@/components/clients/client-form";
import { ClientShell } from "@/components/clients/client-shell";
import { StaffNotesForm } from "@/components/clients/staff-notes-form";
import { FormKeeping } from "@/components/drafts/form-keeping";
import { Card } from "@/components/ui/card";
import { RecordLayout } from "@/components/ui/record-layout";
import { editClientAction } from "@/lib/features/clients/actions";
import { termValues } from "@/lib/features/clients/copy";
import { editNoteAction } from "@/lib/features/clients/notes/actions";
import { findNote } from "@/lib/features/clients/notes/queries";
import { findClient, findClientChoices } from "@/lib/features/clients/record/queries";
import { clientFormValues } from "@/lib/features/clients/record/rules";
import { findDraft } from "@/lib/features/drafts/queries";
import { draftKeys } from "@/lib/features/drafts/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Edit client" };

export default async function EditClientPage({ params }: PageProps<"/staff/clients/[clientId]/edit">) {
  const actor = await admit("clients.edit");
  const client = await findClient(actor, (await params).clientId);
  if (!client) notFound();
  const subject = { kind: "client", id: client.id } as const;
  const [choices, draft, note, terms, t] = await Promise.all([
    findClientChoices(actor),
    findDraft(actor, draftKeys.editClient(client.id)),
    findNote(actor, { subjectKind: subject.kind, subjectId: subject.id }),
    findSetting("terminology"),
    getTranslations("clients.notes"),
  ]);
  const notes = note && (
    <Card title={t("title")}>
      <StaffNotesForm note={note} subject={subject} help={t("help", termValues(terms))} action={editNoteAction} />
    </Card>
  );
  return (
    <ClientShell client={client} terms={terms} can={{ edit: true, mail: actor.can("mailings.prepare") }}>
      <RecordLayout aside={notes}>
        <FormKeeping draft={draft} edits={{ version: client.version, values: clientFormValues(client) }}>
          <ClientForm client={client} choices={choices} terms={terms} action={editClientAction} />
        </FormKeeping>
      </RecordLayout>
    </ClientShell>
  );
}
