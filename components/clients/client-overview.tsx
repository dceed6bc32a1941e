import { useTranslations } from "next-intl";
import { AgreementCard } from "@/components/agreements/agreement-card";
import { SnapshotCard } from "@/components/billing/snapshot-card";
import { MessagesCard } from "@/components/messages/messages-card";
import { ProposalsCard } from "@/components/proposals/proposals-card";
import { WeeklyHoursCard } from "@/components/scheduling/weekly-hours-card";
import { TaskCard } from "@/components/tasks/task-card";
import { RegistrationsCard } from "@/components/training/registrations-card";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { RecordLayout } from "@/components/ui/record-layout";
import type { AgreementState } from "@/lib/features/agreements/queries";
import type { Snapshot } from "@/lib/features/billing/snapshot/schema";
import { termValues } from "@/lib/features/clients/copy";
import type { MandatoryField } from "@/lib/features/clients/mandatory/rules";
import type { StaffNote } from "@/lib/features/clients/notes/schema";
import type { WaitingProposal } from "@/lib/features/clients/proposals/schema";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import { missingCustom } from "@/lib/features/custom-fields/rules";
import type { RecordWorkItems } from "@/lib/features/messages/record/copy";
import type { WeeklyHours } from "@/lib/features/scheduling/availability/schema";
import type { Terminology } from "@/lib/features/settings/schema";
import type { StreamItem } from "@/lib/features/stream/copy";
import type { RegistrationView } from "@/lib/features/training/registrations/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { ClientContactsCard } from "./client-contacts-card";
import { ClientFactsCard } from "./client-facts-card";
import { ClientStream } from "./client-stream";
import { ClientTeamCard } from "./client-team-card";
import { MustHaveCard } from "./must-have-card";
import { StaffNotesForm } from "./staff-notes-form";

type ClientOverviewProps = {
  /** `missing` are mandatory fields that are blank. */
  client: ClientRecord & { missing: readonly MandatoryField[] };
  /** What hangs on the client; null where the person may not see it. */
  parts: {
    stream: { items: readonly StreamItem[]; older: string | null };
    snapshot: Snapshot | null;
    note: StaffNote | null;
    hours: WeeklyHours | null;
    agreement: AgreementState | null;
    registrations: RegistrationView[];
    work: RecordWorkItems;
    proposals: WaitingProposal[];
  };
  terms: Terminology;
  mayEdit: boolean;
  editNote: ServerAction;
};

/** A client at a glance: facts and stream, with people, agreement, availability and events in the margin. */
export function ClientOverview({ client, parts, terms, mayEdit, editNote }: ClientOverviewProps) {
  const t = useTranslations("clients");
  const { stream, snapshot, note, hours, agreement, registrations, work } = parts;
  const subject = { kind: "client", id: client.id } as const;
  const values = termValues(terms);
  const editHours = (
    <LinkButton size="sm" variant="ghost" href={paths.staff.clientAvailability(client.id)}>
      {t("edit")}
    </LinkButton>
  );
  const ownMissing = missingCustom(client.custom);
  const aside = (
    <>
      {snapshot && <SnapshotCard client={client} snapshot={snapshot} mayChangeStatus={mayEdit} />}
      {(client.missing.length > 0 || ownMissing.length > 0) && (
        <MustHaveCard client={client} missing={client.missing} own={ownMissing} terms={terms} mayEdit={mayEdit} />
      )}
      <TaskCard subject={subject} tasks={work.tasks} mayAdd={mayEdit} />
      <ClientContactsCard client={client} />
      {agreement && <AgreementCard state={agreement} />}
      <ClientTeamCard client={client} terms={terms} />
      {note && (
        <Card title={t("notes.title", values)}>
          <StaffNotesForm note={note} subject={subject} help={t("notes.help", values)} action={editNote} />
        </Card>
      )}
      {hours && <WeeklyHoursCard hours={hours} locale="en" actions={mayEdit && editHours} />}
      <RegistrationsCard registrations={registrations} />
    </>
  );
  return (
    <RecordLayout aside={aside}>
      <ProposalsCard proposals={parts.proposals} zone={client.center.timeZone} />
      <ClientFactsCard client={client} terms={terms} mayEdit={mayEdit} />
      <MessagesCard subject={subject} work={work} mayPost={mayEdit} values={values} />
      <Card title={t("stream")}>
        <ClientStream clientId={client.id} items={stream.items} older={stream.older} />
      </Card>
    </RecordLayout>
  );
}
