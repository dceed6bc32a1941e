import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PractitionerRecordView } from "@/components/practitioners/practitioner-record";
import { termValues } from "@/lib/features/clients/copy";
import { editNoteAction } from "@/lib/features/clients/notes/actions";
import { findNote } from "@/lib/features/clients/notes/queries";
import { countClients } from "@/lib/features/clients/queries";
import { clientsOfPractitioner } from "@/lib/features/clients/rules";
import { findPractitioner } from "@/lib/features/practitioners/queries";
import { countFutureSessions } from "@/lib/features/scheduling/future/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { countTasksOf } from "@/lib/features/tasks/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/wall-clock";

export const metadata: Metadata = { title: "Practitioner" };

export default async function PractitionerPage({ params }: PageProps<"/staff/practitioners/[practitionerId]">) {
  const actor = await admit("practitioners.view");
  const practitioner = await findPractitioner(actor, (await params).practitionerId);
  if (!practitioner) notFound();
  const { id, accountId } = practitioner;
  const { timeZone } = await findSetting("organization");
  const [note, terms, clients, sessions, tasks] = await Promise.all([
    findNote(actor, { subjectKind: "practitioner", subjectId: id }),
    findSetting("terminology"),
    countClients(actor, { filter: clientsOfPractitioner(id) }),
    countFutureSessions(actor, id),
    accountId ? countTasksOf(actor, accountId, { today: dayIn(timeZone, now()) }) : 0,
  ]);
  return (
    <PractitionerRecordView
      practitioner={practitioner}
      values={termValues(terms)}
      note={note}
      related={{ clients: clients.count, sessions, tasks }}
      may={{
        edit: actor.can("practitioners.edit"),
        letGo: actor.answer("accounts.let-go") !== "no",
        openAccount: actor.answer("accounts.manage") !== "no",
      }}
      editNote={editNoteAction}
    />
  );
}
