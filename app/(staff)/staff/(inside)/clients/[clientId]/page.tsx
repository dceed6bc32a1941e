import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientOverview } from "@/components/clients/client-overview";
import { ClientShell } from "@/components/clients/client-shell";
import { RecordMarks } from "@/components/pins/record-marks";
import { findAgreementState } from "@/lib/features/agreements/queries";
import { findSnapshot } from "@/lib/features/billing/snapshot/queries";
import { findClientAt } from "@/lib/features/clients/mandatory/queries";
import { editNoteAction } from "@/lib/features/clients/notes/actions";
import { findNoteAndMarks } from "@/lib/features/clients/notes/queries";
import { listWaitingProposals } from "@/lib/features/clients/proposals/queries";
import { findRecordWork } from "@/lib/features/messages/record/queries";
import { findWeeklyHours } from "@/lib/features/scheduling/availability/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { streamItems } from "@/lib/features/stream/copy";
import { listStream } from "@/lib/features/stream/queries";
import { streamSearch } from "@/lib/features/stream/schema";
import { listRegistrationsOf } from "@/lib/features/training/registrations/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "Client" };
export default async function ClientPage({ params, searchParams }: PageProps<"/staff/clients/[clientId]">) {
  const actor = await admit("clients.view");
  const client = await findClientAt(actor, (await params).clientId);
  if (!client) notFound();
  const [zone, subject] = [client.center.timeZone, { kind: "client", id: client.id } as const];
  const [stream, snapshot, { note, marks }, hours, agreement, registrations, work, terms, words] = await Promise.all([
    listStream(actor, { clientId: client.id, before: streamSearch.parse(await searchParams).before }),
    findSnapshot(actor, { clientId: client.id, zone }),
    findNoteAndMarks(actor, subject),
    findWeeklyHours(actor, { clientId: client.id }),
    actor.can("agreements.view") ? findAgreementState(actor, client.id) : null,
    listRegistrationsOf(actor, { clientId: client.id, limit: 5 }),
    findRecordWork(actor, subject, zone),
    findSetting("terminology"),
    pageWords(),
  ]);
  const proposals = await listWaitingProposals(actor, client);
  const lines = streamItems(stream, { words, now: now(), zone, locale: words.locale });
  const parts = { stream: lines, snapshot, work, note, hours, agreement, registrations, proposals };
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  return (
    <ClientShell client={client} terms={terms} can={can}>
      <RecordMarks subject={subject} marks={marks} zone={zone} mayPin={can.edit} />
      <ClientOverview client={client} parts={parts} terms={terms} mayEdit={can.edit} editNote={editNoteAction} />
    </ClientShell>
  );
}
