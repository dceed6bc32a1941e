import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { RecordLayout } from "@/components/ui/record-layout";
import { termValues } from "@/lib/features/clients/copy";
import type { StaffNote } from "@/lib/features/clients/notes/schema";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import type { BookingMode, Terminology } from "@/lib/features/settings/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { ClientBookingCard } from "./client-booking-card";
import { ClientFactsCard } from "./client-facts-card";
import { ClientTeamCard } from "./client-team-card";
import { StaffNotesForm } from "./staff-notes-form";

type ClientDetailsProps = {
  client: ClientRecord;
  /** Null for people who may not read it. */
  note: StaffNote | null;
  terms: Terminology;
  mayEdit: boolean;
  /** How clients book in the portal where nothing else is said of one. */
  booking: BookingMode;
  editNote: ServerAction;
};

/** Everything that is known of a client itself, with who serves it and what staff noted. */
export function ClientDetails({ client, note, terms, mayEdit, booking, editNote }: ClientDetailsProps) {
  const t = useTranslations("clients");
  const values = termValues(terms);
  const aside = (
    <>
      <ClientTeamCard client={client} terms={terms} />
      {mayEdit && <ClientBookingCard client={client} everybody={booking} terms={terms} />}
    </>
  );
  return (
    <RecordLayout aside={aside}>
      <ClientFactsCard client={client} terms={terms} mayEdit={mayEdit} />
      {note && (
        <Card title={t("notes.title", values)}>
          <StaffNotesForm
            note={note}
            subject={{ kind: "client", id: client.id }}
            help={t("notes.help", values)}
            action={editNote}
          />
        </Card>
      )}
    </RecordLayout>
  );
}
