import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PractitionerRecordView } from "@/components/practitioners/practitioner-record";
import { termValues } from "@/lib/features/clients/copy";
import { editNoteAction } from "@/lib/features/clients/notes/actions";
import { findNote } from "@/lib/features/clients/notes/queries";
import { findPractitioner } from "@/lib/features/practitioners/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Practitioner" };

export default async function PractitionerPage({ params }: PageProps<"/staff/practitioners/[practitionerId]">) {
  const actor = await admit("practitioners.view");
  const practitioner = await findPractitioner(actor, (await params).practitionerId);
  if (!practitioner) notFound();
  const [note, terms] = await Promise.all([
    findNote(actor, { subjectKind: "practitioner", subjectId: practitioner.id }),
    findSetting("terminology"),
  ]);
  return (
    <PractitionerRecordView
      practitioner={practitioner}
      values={termValues(terms)}
      note={note}
      mayEdit={actor.can("practitioners.edit")}
      editNote={editNoteAction}
    />
  );
}
